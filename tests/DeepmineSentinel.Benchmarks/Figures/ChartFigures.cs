using DeepmineSentinel.Benchmarks.Site;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>The chart of a stope with a million readings, as a browser sees it.</summary>
internal static class ChartFigures
{
    private const int Visits = 11;
    private const double Limit = 300;

    // The first canvas of a series stands once it has been drawn.
    private const string Watch = """
        window.drawn = new Promise(done => new MutationObserver((_, watch) => {
          if (!document.querySelector('[data-charts] canvas')) return;
          watch.disconnect();
          requestAnimationFrame(() => done(performance.now()));
        }).observe(document, { childList: true, subtree: true }));
        """;
    private const string SinceAsked = """
        async () => await window.drawn
          - performance.getEntriesByType('resource').find(entry => entry.name.includes('/series?')).startTime
        """;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using SiteFolder folder = new();
        GeneratedFiles.Stopes(folder.File("stopes.csv"), 1);
        GeneratedFiles.Readings(folder.File("readings.csv"), 1, 1_000_000, TimeSpan.FromMinutes(3));
        await SiteProcess.CommandAsync(folder, "import-data", "stopes", folder.File("stopes.csv"));
        await SiteProcess.CommandAsync(folder, "import-data", "readings", folder.File("readings.csv"));
        await using SiteProcess site = SiteProcess.Start(
            folder,
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Predictions__FallbackTraining", "false")
        );
        using SiteClient client = new(site.Address!);
        await client.WaitAsync("/health/live", TimeSpan.FromMinutes(1));
        await client.WaitForAsync("/stopes", "fallback", TimeSpan.FromMinutes(3));
        await using SiteBrowser browser = await SiteBrowser.OpenAsync();
        IReadOnlyList<double> drawn = await browser.VisitAsync(
            new Uri(site.Address!, "/stopes/1"),
            Visits,
            SinceAsked,
            Watch
        );
        return [Figure.AtMost("First chart of 1,000,000 readings, from its request", drawn, "ms", Limit)];
    }
}
