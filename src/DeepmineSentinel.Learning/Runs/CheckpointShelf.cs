using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>The checkpoints of a run on disk: of each member the last two, so that one may be damaged, and those of its best epochs.</summary>
/// <param name="sink">Where they lie.</param>
/// <param name="top">Best epochs of each member that are kept.</param>
internal sealed class CheckpointShelf(IRunSink sink, int top)
{
    private const int Generations = 2;
    private readonly SortedSet<CheckpointName> names = [];

    /// <summary>Takes over those that an earlier process left, but for those beyond the point where the run goes on.</summary>
    public void TakeOver(ResumePoint point)
    {
        foreach (CheckpointName name in point.Present)
        {
            if (name <= point.Place)
            {
                names.Add(name);
            }
            else
            {
                Remove(name);
            }
        }
    }

    /// <summary>Writes a checkpoint; older ones go once it is whole.</summary>
    /// <param name="checkpoint">The state.</param>
    /// <param name="epochs">All epochs so far, which say what the best ones are.</param>
    public void Keep(Checkpoint checkpoint, IReadOnlyList<TrainingProgress> epochs)
    {
        CheckpointName name = new(checkpoint.Member, checkpoint.Counters.Epoch, checkpoint.Position.Batch);
        if (names.Add(name))
        {
            sink.FlushLog();
            using MemoryStream bytes = new();
            CheckpointFile.Write(bytes, checkpoint);
            HashedFile.Write(sink.Write, name.File, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
            CheckpointName[] surplus = [.. names.Except(Wanted(epochs, Generations))];
            Array.ForEach(surplus, Remove);
        }
    }

    /// <summary>Files that are of no use once the run is sealed: all but those of the best epochs.</summary>
    public IReadOnlyList<string> Leftovers(IReadOnlyList<TrainingProgress> epochs) =>
        [.. names.Except(Wanted(epochs, 0)).SelectMany(Files)];

    private HashSet<CheckpointName> Wanted(IReadOnlyList<TrainingProgress> epochs, int generations) =>
        [
            .. names.GroupBy(name => name.Member).SelectMany(member => member.TakeLast(generations)),
            .. names.Where(name => name.Batch == 0 && BestEpochs.Contains(epochs, name.Member, name.Epoch, top)),
        ];

    private void Remove(CheckpointName name)
    {
        names.Remove(name);
        foreach (string file in Files(name))
        {
            sink.Remove(file);
        }
    }

    private static string[] Files(CheckpointName name) => [name.File, name.File + HashedFile.Ending];
}
