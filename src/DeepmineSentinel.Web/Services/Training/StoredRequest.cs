using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>What a run was started with. It lies with the run's checkpoints, so that the run goes on even where the database was lost.</summary>
internal sealed record StoredRequest
{
    private const int Longest = 1 << 20;

    public required string RunId { get; init; }
    public required DateTime StartedAt { get; init; }
    public required TrainModelOptions Options { get; init; }

    /// <summary>Hash of the data that was read; other data are refused.</summary>
    public required string DataHash { get; init; }

    /// <summary>Name of the snapshot under <c>models/data/</c>; null: the user's own files.</summary>
    public string? Snapshot { get; init; }

    /// <summary>What of the database was not learnt from, a sentence each.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <exception cref="SentinelException"><c>artifact_damaged</c>: it cannot be trusted.</exception>
    public static StoredRequest Read(UnfinishedRun run)
    {
        byte[] text = HashedFile.Read(run.OpenRead, ArtifactFileNames.Request, Longest);
        try
        {
            return
                JsonSerializer.Deserialize<StoredRequest>(text, WebJson.Options) is { } stored
                && stored.RunId == run.Id.Value
                ? stored
                : throw Unusable(run.Id, null);
        }
        catch (JsonException exception)
        {
            throw Unusable(run.Id, exception);
        }
    }

    public void Write(RunFolderWriter folder) =>
        HashedFile.Write(
            folder.Write,
            ArtifactFileNames.Request,
            JsonSerializer.SerializeToUtf8Bytes(this, WebJson.Indented)
        );

    /// <exception cref="SentinelException"><c>resume_other_data</c>: the run began with other data.</exception>
    public void RequireSame(string dataHash)
    {
        if (dataHash != DataHash)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "resume_other_data",
                $"Run {RunId} began with other data (hash {DataHash[..12]}, now {dataHash[..12]}); train a new run on these."
            );
        }
    }

    private static SentinelException Unusable(RunId id, Exception? inner) =>
        new(
            FailureKind.Damaged,
            "artifact_damaged",
            $"Run {id} cannot go on: {ArtifactFileNames.Request} is not what this version writes.",
            inner
        );
}
