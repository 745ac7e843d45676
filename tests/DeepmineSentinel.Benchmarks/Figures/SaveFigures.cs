using DeepmineSentinel.Benchmarks.Site;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>Saving a trained enhanced network: every file but the report, flushed, sealed and read back.</summary>
internal static class SaveFigures
{
    private const int Runs = 5;

    public static Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        DemoMine mine = DemoMineGenerator.Generate(
            new DemoMineOptions
            {
                Stopes = 40,
                Days = 30,
                Seed = 3,
            }
        );
        List<double> saved = [];
        List<double> kept = [];
        for (int run = 0; run < Runs; run++)
        {
            using SiteFolder folder = new();
            ArtifactStore store = new(Path.Combine(folder.Path, "models"), TimeProvider.System);
            TrainingRequest request = Request(mine, (uint)run);
            using RunFolderWriter writer = store.BeginRun(request.RunId);
            TimedSink sink = new(writer);
            TrainingPipeline.Run(request, sink, CancellationToken.None);
            saved.Add(sink.Seal().TotalMilliseconds);
            kept.Add(sink.CheckpointTime.TotalMilliseconds);
        }

        return Task.FromResult<IReadOnlyList<Figure>>([
            Figure.AtMost("saving the enhanced model, without snapshot and report", saved, "ms", 100),
            Figure.AtMost("one checkpoint of the enhanced model", kept, "ms", 100),
        ]);
    }

    private static TrainingRequest Request(DemoMine mine, uint run) =>
        new()
        {
            RunId = RunId.Create(TimeProvider.System.GetUtcNow().UtcDateTime, run),
            Data = new MineDataset(mine.Stopes, new string('a', 64)),
            Options = new TrainingOptions { Network = NetworkPreset.Enhanced, Epochs = 1 },
            Clock = TimeProvider.System,
            WriteReport = false,
        };
}
