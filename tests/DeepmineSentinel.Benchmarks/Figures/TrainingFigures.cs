using DeepmineSentinel.Benchmarks.Site;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>Training of the compact preset on the reference mine, as a user types it, where that data set is at hand.</summary>
internal static class TrainingFigures
{
    private const string DataVariable = "DEEPMINE_REFERENCE_MINE";

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        string data =
            Environment.GetEnvironmentVariable(DataVariable) ?? Path.Combine("..", "shared", "data", "reference-mine");
        if (!Directory.Exists(data))
        {
            await Console.Error.WriteLineAsync($"The reference mine is not at {data}; set {DataVariable}. Skipped.");
            return [];
        }

        List<double> seconds = [];
        List<double> peaks = [];
        for (int run = 0; run < 3; run++)
        {
            using SiteFolder folder = new();
            (_, TimeSpan elapsed, double peak) = await SiteProcess.CommandAsync(
                folder,
                ["train-model", "--network", "compact", "--epochs", "100", "--patience", "100", .. Files(data)]
            );
            seconds.Add(elapsed.TotalSeconds);
            peaks.Add(peak);
        }

        return
        [
            Figure.AtMost("train-model compact, 100 epochs, reference mine", seconds, "s", 300),
            Figure.AtMost("train-model compact: peak memory", peaks, "MB", 1024),
        ];
    }

    private static string[] Files(string data) =>
        [
            "--source",
            "csv",
            "--static",
            Path.Combine(data, "stope_static_features.csv"),
            "--timeseries",
            Path.Combine(data, "stope_timeseries.csv"),
        ];
}
