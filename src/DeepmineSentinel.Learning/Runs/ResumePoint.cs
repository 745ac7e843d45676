using System.Globalization;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Where a run that was stopped goes on: behind the newest checkpoint that is whole and whose log lines are there.</summary>
public sealed record ResumePoint
{
    /// <summary>Last checkpoints of the members that are done, from the first on.</summary>
    public required IReadOnlyList<Checkpoint> Finished { get; init; }

    /// <summary>Where the next member was stopped; null: it starts with its first epoch, or all are done.</summary>
    public required Checkpoint? Current { get; init; }

    /// <summary>Epochs up to the point; the rest of the log is cut off.</summary>
    public required IReadOnlyList<TrainingProgress> Log { get; init; }

    /// <summary>Why newer checkpoints were passed over, a sentence each; empty: the newest was taken.</summary>
    public required IReadOnlyList<string> PassedOver { get; init; }

    /// <summary>Member that goes on, from 0; the count of members where all are done.</summary>
    public int Member => Finished.Count;

    /// <summary>Whether nothing of it is left: the run starts from its beginning.</summary>
    public bool IsBeginning => Finished.Count == 0 && Current is null;

    /// <summary>Engines other than this process's that computed the last part of something taken over.</summary>
    public IReadOnlyList<string> OtherEngines =>
        [
            .. Used.Select(checkpoint => checkpoint.Engines[^1])
                .Where(engine => engine != EngineIdentity.Current.ToString())
                .Distinct(),
        ];

    /// <summary>Whether any part was computed by another engine, now or before.</summary>
    public bool IsMixed =>
        Used.SelectMany(checkpoint => checkpoint.Engines).Any(engine => engine != EngineIdentity.Current.ToString());

    internal IReadOnlyList<CheckpointName> Present { get; init; } = [];

    internal CheckpointName Place =>
        Used.LastOrDefault() is { } last
            ? new CheckpointName(last.Member, last.Counters.Epoch, last.Position.Batch)
            : new CheckpointName(-1, 0, 0);

    private IEnumerable<Checkpoint> Used => Current is null ? Finished : [.. Finished, Current];

    /// <summary>Looks through what a run left.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="options">What it was started with.</param>
    public static ResumePoint Find(RunFiles files, TrainingOptions options)
    {
        CheckpointName[] present = [.. CheckpointName.Among(files.Names)];
        CheckpointSearch search = new(files, LogOf(files, options.Epochs));
        List<Checkpoint> finished = [];
        Checkpoint? current = null;
        while (current is null && finished.Count < options.Ensemble)
        {
            IEnumerable<CheckpointName> newest = present.Where(name => name.Member == finished.Count).Reverse();
            if (search.FirstWhole(newest) is not { } found)
            {
                break;
            }

            if (found.IsFinal(options))
            {
                finished.Add(found);
            }
            else
            {
                current = found;
            }
        }

        return new ResumePoint
        {
            Finished = finished,
            Current = current,
            Log = [.. search.Log.Where(epoch => IsBefore(epoch, finished.Count, current))],
            PassedOver = search.PassedOver,
            Present = [.. present.Union(CheckpointName.Among(files.Names, HashedFile.Ending))],
        };
    }

    /// <summary>Where it goes on, in words.</summary>
    public override string ToString() =>
        IsBeginning ? "its beginning"
        : Current is null ? string.Create(CultureInfo.InvariantCulture, $"the end of member {Finished.Count}")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {Current.Counters.Epoch + 1}, batch {Current.Position.Batch + 1}, of member {Current.Member + 1}"
        );

    internal TrainingStart ToStart() =>
        new()
        {
            Finished = [.. Finished.Select(done => new TrainedMember(done.Best, done.Counters, done.Seconds))],
            Current = Current,
        };

    private static bool IsBefore(TrainingProgress epoch, int member, Checkpoint? current) =>
        epoch.Member < member || (epoch.Member == member && epoch.Epoch <= (current?.Counters.Epoch ?? 0));

    private static IReadOnlyList<TrainingProgress> LogOf(RunFiles files, int epochs)
    {
        if (!files.Names.Contains(ArtifactFileNames.TrainingLog))
        {
            return [];
        }

        using StreamReader reader = new(files.Open(ArtifactFileNames.TrainingLog));
        return TrainingLog.Read(reader.ReadToEnd(), epochs);
    }
}
