using System.Diagnostics;
using System.Globalization;
using System.Text;
using DeepmineSentinel.Benchmarks.Site;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>Readings by the API: full batches of 10,000, one after another, each for another stope, the site's other work going on.</summary>
internal static class IngestionFigures
{
    private const int Batch = 10_000;
    private const int BatchesARun = 5;
    private const int Runs = 7;
    private const double Promised = 20_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(ShiftSite site)
    {
        using HttpClient http = new() { BaseAddress = site.Address, Timeout = TimeSpan.FromMinutes(2) };
        string body = Body(TimeProvider.System.GetUtcNow().AddSeconds(-Batch - 60));
        await SendAsync(http, ShiftSite.Stopes, body);
        List<double> rates = [];
        for (int run = 0; run < Runs; run++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            for (int i = 0; i < BatchesARun; i++)
            {
                await SendAsync(http, 1 + (run * BatchesARun) + i, body);
            }

            rates.Add(BatchesARun * Batch / watch.Elapsed.TotalSeconds);
        }

        return [Figure.AtLeast("Readings by the API, batches of 10,000", rates, "rows/s", Promised)];
    }

    private static async Task SendAsync(HttpClient http, int stope, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await http.PostAsync($"/api/v1/stopes/{stope}/readings", content);
        string text = await answer.Content.ReadAsStringAsync();
        if (!text.Contains($"\"accepted\":{Batch}", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Readings were not taken: {text[..Math.Min(300, text.Length)]}");
        }
    }

    // A reading each second up to a minute ago, five channels: predictions and alerts follow as in a shift.
    private static string Body(DateTimeOffset start)
    {
        StringBuilder text = new("{\"readings\":[");
        for (int i = 0; i < Batch; i++)
        {
            text.Append(i == 0 ? "" : ",")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{{\"timestamp\":\"{start.AddSeconds(i):yyyy-MM-ddTHH:mm:ssZ}\",\"vibrationVelocityMmPerSecond\":{i % 17 * 0.13:0.00},\"deformationRateMmPerDay\":{i % 11 * 0.07:0.00},\"stressMegapascals\":{30 + (i % 9)},\"temperatureCelsius\":{20 + (i % 5)},\"humidityPercent\":{50 + (i % 7)}}}"
                );
        }

        return text.Append("]}").ToString();
    }
}
