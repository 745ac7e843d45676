using DeepmineSentinel.Benchmarks.Site;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>A million readings into SQLite by <c>import-data</c>, start of the process included.</summary>
internal static class ImportFigures
{
    private const int Stopes = 100;
    private const int Each = 10_000;
    private const int Runs = 3;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        List<double> rates = [];
        List<double> peaks = [];
        for (int run = 0; run < Runs; run++)
        {
            using SiteFolder folder = new();
            GeneratedFiles.Stopes(folder.File("stopes.csv"), Stopes);
            GeneratedFiles.Readings(folder.File("readings.csv"), Stopes, Each, TimeSpan.FromHours(1));
            await SiteProcess.CommandAsync(folder, "import-data", "stopes", folder.File("stopes.csv"));
            (_, TimeSpan elapsed, double peak) = await SiteProcess.CommandAsync(
                folder,
                "import-data",
                "readings",
                folder.File("readings.csv")
            );
            rates.Add(Stopes * Each / elapsed.TotalSeconds);
            peaks.Add(peak);
        }

        return
        [
            Figure.AtLeast("Import of 1,000,000 readings into SQLite", rates, "rows/s", 50_000),
            Figure.AtMost("Import of 1,000,000 readings: peak memory", peaks, "MB", 300),
        ];
    }
}
