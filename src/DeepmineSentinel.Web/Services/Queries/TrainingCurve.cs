using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Composition;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Reads the losses of a run from its log, while it trains and after.</summary>
public sealed class TrainingCurve(ProjectFolders folders)
{
    /// <summary>Every line; none where the run has no log yet.</summary>
    public Task<IReadOnlyList<LossPoint>> ReadAsync(RunId run, CancellationToken cancellationToken) =>
        Follow(run).ReadMoreAsync(cancellationToken);

    /// <summary>Reads the log bit by bit as it grows.</summary>
    public TrainingLogTail Follow(RunId run) =>
        new(Path.Combine(folders.Root, "models", run.Value, ArtifactFileNames.TrainingLog));
}
