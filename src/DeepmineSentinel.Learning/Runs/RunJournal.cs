using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Hands on what the loop tells while it runs: log lines, checkpoints, the best weights so far.</summary>
internal sealed class RunJournal
{
    private readonly IRunSink sink;
    private readonly CheckpointSchedule schedule;
    private readonly CheckpointShelf shelf;
    private readonly List<TrainingProgress> epochs = [];
    private readonly List<IReadOnlyList<WeightArray>> best = [];

    public RunJournal(IRunSink sink, TrainingRequest request)
    {
        this.sink = sink;
        schedule = new CheckpointSchedule(request.Options, request.Clock);
        shelf = new CheckpointShelf(sink, schedule.Top);
        if (request.Resume is { } point)
        {
            epochs.AddRange(point.Log);
            best.AddRange(point.Finished.Select(member => member.Best));
            shelf.TakeOver(point);
        }

        // Whole, not appended: a run that goes on must not have a line twice, nor a torn one.
        sink.Write(ArtifactFileNames.TrainingLog, stream => stream.Write(TrainingLog.Write(epochs)));
    }

    /// <summary>All epochs so far.</summary>
    public IReadOnlyList<TrainingProgress> Epochs => epochs;

    /// <summary>What the loop asks and tells.</summary>
    public TrainingHooks Hooks =>
        new()
        {
            EpochDone = Record,
            KeepDue = done => schedule.IsDue(done, epochs),
            Keep = Keep,
        };

    public void WriteBest(IReadOnlyList<IReadOnlyList<WeightArray>> members) =>
        sink.Write(ArtifactFileNames.BestModel, stream => SafeTensors.Write(stream, ModelWeights.Join(members)));

    /// <summary>Lets the storage remove, once the run is sealed, what only an unfinished one needs.</summary>
    public void Close() => sink.RemoveWhenSealed(shelf.Leftovers(epochs));

    public void Record(TrainingProgress progress)
    {
        epochs.Add(progress);
        sink.AppendLog(TrainingLog.LineOf(progress));
        sink.Progress(progress);
    }

    private void Keep(Checkpoint checkpoint)
    {
        shelf.Keep(checkpoint, epochs);
        schedule.Kept();
        KeepBest(checkpoint);
    }

    // Written again only where it changed.
    private void KeepBest(Checkpoint checkpoint)
    {
        bool known = checkpoint.Member < best.Count;
        if (checkpoint.Best.Count == 0 || (known && ReferenceEquals(best[checkpoint.Member], checkpoint.Best)))
        {
            return;
        }

        if (known)
        {
            best[checkpoint.Member] = checkpoint.Best;
        }
        else
        {
            best.Add(checkpoint.Best);
        }

        WriteBest(best);
    }
}
