using System.Diagnostics;
using DeepmineSentinel.Benchmarks.Site;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Learning.Inference;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>From a run's folder to the first answer: hashes checked, weights read, probe asked, one stope explained.</summary>
internal static class LoadFigures
{
    private const int Runs = 5;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using SiteFolder folder = new();
        string demo = DemoMine();
        string[] files = ["--static", "stopes.csv", "--timeseries", "readings.csv", "--outcomes", "outcomes.csv"];
        string[] paths = [.. files.Select((part, i) => i % 2 == 1 ? Path.Combine(demo, part) : part)];
        await SiteProcess.CommandAsync(folder, ["train-model", "--epochs", "2", "--source", "csv", .. paths]);
        MineDataset data = new MineCsvReader(TimeProvider.System).Read(
            new MineFiles(paths[1], paths[3], null, paths[5]),
            new MineReadOptions(),
            CancellationToken.None
        );
        ArtifactStore store = new(folder.File("models"), TimeProvider.System);
        double[] seconds = [.. Enumerable.Range(0, Runs).Select(_ => FirstAnswer(store, data.Stopes[0]))];
        return
        [
            Figure.AtMost("Load enhanced and first prediction, the very first", [seconds[0]], "s", 1),
            Figure.AtMost("Load enhanced and first prediction", seconds, "s", 1),
        ];
    }

    private static double FirstAnswer(ArtifactStore store, StopeHistory stope)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using StabilityPredictor predictor = StabilityPredictor.Load(store.Open(store.List()[0]).OpenRead);
        DateTime now = stope.Readings[^1].Timestamp;
        predictor.Predict([stope], new PredictionOptions { ComputedAt = now, AsOf = now }, CancellationToken.None);
        return watch.Elapsed.TotalSeconds;
    }

    private static string DemoMine()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "static-data")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? ".", "static-data", "demo-mine");
    }
}
