using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Reads checkpoints until one can be trusted, and remembers why the others could not.</summary>
/// <param name="files">Where they lie.</param>
/// <param name="log">Whole lines of the training log.</param>
internal sealed class CheckpointSearch(RunFiles files, IReadOnlyList<TrainingProgress> log)
{
    /// <summary>Longest checkpoint that is read, bytes.</summary>
    private const int Longest = 1 << 30;

    private readonly List<string> passedOver = [];

    public IReadOnlyList<TrainingProgress> Log => log;

    public IReadOnlyList<string> PassedOver => passedOver;

    public Checkpoint? FirstWhole(IEnumerable<CheckpointName> names)
    {
        foreach (CheckpointName name in names)
        {
            try
            {
                return Read(name);
            }
            catch (SentinelException damaged)
            {
                passedOver.Add(damaged.Message);
            }
        }

        return null;
    }

    private Checkpoint Read(CheckpointName name)
    {
        using MemoryStream bytes = new(HashedFile.Read(files.Open, name.File, Longest), writable: false);
        Checkpoint checkpoint = CheckpointFile.Read(bytes);
        bool itself =
            name == new CheckpointName(checkpoint.Member, checkpoint.Counters.Epoch, checkpoint.Position.Batch);
        int lines = log.Count(epoch => epoch.Member == name.Member);
        return !itself ? throw ArtifactJson.Damaged(name.File, "is a checkpoint of another place")
            : lines < name.Epoch
                ? throw ArtifactJson.Damaged(
                    ArtifactFileNames.TrainingLog,
                    string.Create(CultureInfo.InvariantCulture, $"lacks lines before {name.File}")
                )
            : checkpoint.Engines.Count == 0 ? throw ArtifactJson.Damaged(name.File, "names no engine")
            : checkpoint;
    }
}
