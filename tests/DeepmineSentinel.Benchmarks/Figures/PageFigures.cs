using DeepmineSentinel.Benchmarks.Site;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>The list with 10,000 stopes and the detail with 100,000 readings, asked over loopback one at a time.</summary>
internal static class PageFigures
{
    private const double Limit = 200;
    private const double ListLimit = 150;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using SiteFolder folder = new();
        GeneratedFiles.Stopes(folder.File("stopes.csv"), 10_000);
        GeneratedFiles.Readings(folder.File("readings.csv"), 1, 100_000, TimeSpan.FromMinutes(30));
        await SiteProcess.CommandAsync(folder, "import-data", "stopes", folder.File("stopes.csv"));
        await SiteProcess.CommandAsync(folder, "import-data", "readings", folder.File("readings.csv"));
        await using SiteProcess site = SiteProcess.Start(
            folder,
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Predictions__FallbackTraining", "false")
        );
        using SiteClient client = new(site.Address!);
        await client.WaitAsync("/health/live", TimeSpan.FromMinutes(1));
        await client.WaitForAsync("/stopes?dir=desc", "fallback", TimeSpan.FromMinutes(3)); // all 10,000 are predicted
        return
        [
            Figure.PercentileAtMost(
                "Stope list, 10,000 stopes",
                0.95,
                await client.TimeAsync("/stopes", "10,000 stopes"),
                "ms",
                ListLimit
            ),
            Figure.PercentileAtMost(
                "Stope list, searched",
                0.95,
                await client.TimeAsync("/stopes?q=Stope%200099", "Stope 00990"),
                "ms",
                ListLimit
            ),
            Figure.PercentileAtMost(
                "Stope list, its last page by name",
                0.95,
                await client.TimeAsync("/stopes?sort=name&dir=desc&page=200", "10,000 stopes"),
                "ms",
                ListLimit
            ),
            Figure.AtMost(
                "Stope detail, 100,000 readings",
                await client.TimeAsync("/stopes/1", "100,000 readings"),
                "ms",
                Limit
            ),
            Figure.AtMost("Its series for the chart", await client.TimeAsync("/stopes/1/series", "["), "ms", Limit),
        ];
    }
}
