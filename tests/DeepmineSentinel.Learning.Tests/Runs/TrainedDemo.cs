using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Training;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Learning.Tests.Runs;

/// <summary>A small network trained once on a small demo mine, for all tests that need a whole artifact.</summary>
public sealed class TrainedDemo : IDisposable
{
    private readonly TempFolder folder = new();

    public TrainedDemo()
    {
        DemoMine mine = DemoMineGenerator.Generate(
            new DemoMineOptions
            {
                Stopes = 60,
                Days = 60,
                Seed = 3,
            }
        );
        Data = new MineDataset(mine.Stopes, new string('a', 64));
        Sink = new FolderSink(folder.Path);
        Result = TrainingPipeline.Run(Request(Data), Sink, CancellationToken.None);
    }

    public MineDataset Data { get; }

    public TrainingResult Result { get; }

    internal FolderSink Sink { get; }

    internal string Folder => folder.Path;

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
