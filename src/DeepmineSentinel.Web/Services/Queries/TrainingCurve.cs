using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Composition;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Reads the losses of a run from its log, while it trains and after.</summary>
public sealed class TrainingCurve(ProjectFolders folders)
{
    /// <summary>Lines after the given count; none where the run has no log yet.</summary>
    public async Task<IReadOnlyList<LossPoint>> ReadAsync(RunId run, int after, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folders.Root, "models", run.Value, ArtifactFileNames.TrainingLog);
        if (!File.Exists(path))
        {
            return [];
        }

        // The job still writes to it.
        await using FileStream stream = new(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using StreamReader reader = new(stream);
        string[] header = (await reader.ReadLineAsync(cancellationToken) ?? "").Split(',');
        List<LossPoint> points = [];
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (LossPoint.Parse(header, line.Split(',')) is { } point)
            {
                points.Add(point);
            }
        }

        return [.. points.Skip(after)];
    }
}
