using System.Security.Cryptography;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Runs;

/// <summary>The part of a run that can be stopped, on a tiny set: training with its journal, without evaluation.</summary>
internal sealed record StoppableRun(TrainingOptions Options, string Folder)
{
    public static TrainingOptions TwoMembers { get; } =
        new()
        {
            Network = NetworkPreset.Compact,
            Tuning = SmallNetwork.Tuning,
            Epochs = 4,
            Ensemble = 2,
            BatchSize = 16,
            CheckpointEvery = 2,
        };

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What there is to go on from.</summary>
    public ResumePoint Point =>
        ResumePoint.Find(new RunFiles(Names, name => File.OpenRead(Path.Combine(Folder, name))), Options);

    public IReadOnlyList<string> Names =>
        [
            .. Directory
                .GetFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The log but for the seconds, which no two runs share.</summary>
    public string[] Log =>
        [
            .. File.ReadAllLines(Path.Combine(Folder, ArtifactFileNames.TrainingLog))
                .Select(line => line[..line.LastIndexOf(',')]),
        ];

    /// <summary>Trains, from the beginning or from what is in the folder.</summary>
    /// <returns>SHA-256 of the weights.</returns>
    public string Train(IRunSink sink, CancellationToken token, ResumePoint? from = null)
    {
        TrainingRequest request = new()
        {
            RunId = RunId.Parse("20260131_235959_0a1b2c3d"),
            Data = new MineDataset([], new string('a', 64)),
            Options = Options,
            Clock = Clock,
            Resume = from,
        };
        RunJournal journal = new(sink, request);
        IReadOnlyList<TrainedMember> members = TrainingLoop.Run(
            Options,
            new TrainingSets(Labelled(65), Labelled(20)),
            from?.ToStart() ?? new TrainingStart(),
            journal.Hooks,
            token
        );
        journal.Close();
        using MemoryStream file = new();
        SafeTensors.Write(file, ModelWeights.Join([.. members.Select(member => member.Weights)]));
        return Convert.ToHexStringLower(SHA256.HashData(file.ToArray()));
    }

    private SampleTable Labelled(int rows)
    {
        NetworkOptions shape = TestBatches.Shape(Options.Network) with { Sizes = Options.Tuning.For(Options.Network) };
        SampleTable table = TestBatches.Table(shape, rows);
        for (int row = 0; row < rows; row++)
        {
            int label = row % 3;
            table.ConditionTargets[(row * 3) + label] = 1;
            table.HazardTargets[row * 5] = label == 2 ? 1 : 0;
            table.HazardKnown[row * 5] = 1;
        }

        return table;
    }
}
