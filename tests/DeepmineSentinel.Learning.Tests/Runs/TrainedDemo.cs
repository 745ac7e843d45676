using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Training;
using DeepmineSentinel.Testing;

[assembly: AssemblyFixture(typeof(DeepmineSentinel.Learning.Tests.Runs.TrainedDemo))]

namespace DeepmineSentinel.Learning.Tests.Runs;

/// <summary>
/// A small network trained once on a small demo mine, for all tests that need a whole artifact; not before one asks for it.
/// Nobody writes into its folder.
/// </summary>
public sealed class TrainedDemo : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Lazy<MineDataset> data;
    private readonly Lazy<(TrainingResult Result, FolderSink Sink)> run;

    public TrainedDemo()
    {
        data = new(() => new MineDataset(DemoMineGenerator.Generate(Mine).Stopes, new string('a', 64)));
        run = new(() =>
        {
            FolderSink sink = new(folder.Path);
            return (TrainingPipeline.Run(Request(Data), sink, CancellationToken.None), sink);
        });
    }

    public MineDataset Data => data.Value;

    public TrainingResult Result => run.Value.Result;

    internal FolderSink Sink => run.Value.Sink;

    internal string Folder
    {
        get
        {
            _ = run.Value;
            return folder.Path;
        }
    }

    private static DemoMineOptions Mine =>
        new()
        {
            Stopes = 60,
            Days = 45,
            Seed = 3,
        };

    public void Dispose() => folder.Dispose();

    internal static TrainingRequest Request(MineDataset data) =>
        new()
        {
            RunId = RunId.Parse("20260131_235959_0a1b2c3d"),
            Data = data,
            WritePlots = true,
            Clock = TimeProvider.System,
            Options = new TrainingOptions
            {
                Network = NetworkPreset.Compact,
                Epochs = 3,
                BatchSize = 64,
                CheckpointEvery = 2,
            },
        };
}
