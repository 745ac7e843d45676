using System.Diagnostics;
using System.Text.Json;
using DeepmineSentinel.Benchmarks.Site;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>First start on an empty folder: until a page answers, and until a trained network does.</summary>
internal static class DemoStartFigures
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using SiteFolder folder = new();
        Stopwatch watch = Stopwatch.StartNew();
        await using SiteProcess site = SiteProcess.Start(folder, ("ASPNETCORE_ENVIRONMENT", "Development"));
        using SiteClient client = new(site.Address!);
        await client.WaitAsync("/", TimeSpan.FromMinutes(1));
        double firstPage = watch.Elapsed.TotalSeconds;
        double trained = await TrainedAsync(client, watch, TimeSpan.FromMinutes(6));
        return
        [
            Figure.AtMost("Demo first start: dashboard answers after", [firstPage], "s", 10),
            Figure.AtMost("Demo first start: a trained model answers after", [trained], "s", 180),
        ];
    }

    private static async Task<double> TrainedAsync(SiteClient client, Stopwatch watch, TimeSpan limit)
    {
        using PeriodicTimer tick = new(TimeSpan.FromMilliseconds(250));
        while (watch.Elapsed < limit)
        {
            using JsonDocument health = JsonDocument.Parse(await client.TextAsync("/health/model"));
            if (
                health.RootElement.TryGetProperty("model", out JsonElement model)
                && model.ValueKind == JsonValueKind.Object
                && model.TryGetProperty("loaded", out JsonElement loaded)
                && loaded.ValueKind == JsonValueKind.True
            )
            {
                return watch.Elapsed.TotalSeconds;
            }

            await tick.WaitForNextTickAsync();
        }

        return double.PositiveInfinity;
    }
}
