using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Inventory;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.Experiments;

/// <summary>
/// What folds of evaluations said, <c>models/evaluations/&lt;key&gt;/fold-1.json</c> and so on: an evaluation that was stopped goes
/// on from there. Nothing else reads them; they may be deleted at any time.
/// </summary>
/// <param name="artifacts">Says where <c>models/</c> is.</param>
public sealed class EvaluationStore(ArtifactStore artifacts)
{
    /// <summary>The folder that all evaluations lie in.</summary>
    public string Folder => artifacts.EvaluationsFolder;

    /// <summary>Opens what a fold said; null: it was not kept.</summary>
    /// <param name="key">64 lower-case hex digits.</param>
    /// <param name="fold">From 0.</param>
    public Stream? Open(string key, int fold)
    {
        string path = PathOf(key, fold);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <summary>Keeps what a fold said, whole or not at all.</summary>
    /// <param name="key">64 lower-case hex digits.</param>
    /// <param name="fold">From 0.</param>
    /// <param name="write">Writes the bytes.</param>
    /// <exception cref="SentinelException"><c>evaluation_store_unavailable</c>: the disk refused it.</exception>
    public void Write(string key, int fold, Action<Stream> write)
    {
        string path = PathOf(key, fold);
        try
        {
            DurableFile.MakeFolder(Path.GetDirectoryName(path)!);
            DurableFile.Write(path, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentinelException(
                FailureKind.Unavailable,
                "evaluation_store_unavailable",
                $"The evaluation cannot be kept in {Folder}: {exception.Message}",
                exception
            );
        }
    }

    private string PathOf(string key, int fold) =>
        EvaluationOnDisk.IsKey(key)
            ? Path.Combine(Folder, key, string.Create(CultureInfo.InvariantCulture, $"fold-{fold + 1}.json"))
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_evaluation",
                "The key of an evaluation has 64 lower-case hex digits."
            );
}
