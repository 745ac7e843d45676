using System.Collections.Concurrent;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Importing;

namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>
/// Checks and imports sent files in the background, so that a page can show how far a large one has come. A file is read by one
/// job at a time and imported once, however often a button is pressed.
/// </summary>
public sealed partial class StagedImports(
    ImportService imports,
    CurrentOperator person,
    IHostApplicationLifetime lifetime,
    ILogger<StagedImports> logger
)
{
    private const string ChoiceFile = "choice.json";
    private const string StateFile = "state.json";
    private readonly ConcurrentDictionary<string, StagedJob> jobs = new(StringComparer.Ordinal);

    /// <summary>Where a file's import stands.</summary>
    public ImportState StateOf(StagedUpload upload) =>
        jobs.TryGetValue(upload.Id, out StagedJob? job) ? job.State : Stored(upload);

    /// <summary>What was decided about a file; null before its columns were confirmed.</summary>
    public static ImportChoice? ChoiceOf(StagedUpload upload) => UploadShelf.Read<ImportChoice>(upload, ChoiceFile);

    /// <summary>Begins to check a file; nothing happens where it is being read or was imported.</summary>
    /// <returns>Ends when the file was read.</returns>
    public async Task CheckAsync(StagedUpload upload, ImportChoice choice, CancellationToken cancellationToken)
    {
        if (IsTaken(upload))
        {
            return;
        }

        await UploadShelf.WriteAsync(upload, ChoiceFile, choice, cancellationToken);
        await Start(upload, choice, ImportStage.Checking, acceptValid: false);
    }

    /// <summary>Begins to import a file as it was last checked; nothing happens where it is being read or was imported.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="acceptValid">Whether the good rows are taken although others are refused.</param>
    /// <returns>Ends when the file was read.</returns>
    /// <exception cref="SentinelException"><c>import_not_checked</c>: it was not checked before.</exception>
    public Task ImportAsync(StagedUpload upload, bool acceptValid)
    {
        if (IsTaken(upload))
        {
            return Task.CompletedTask;
        }

        ImportChoice choice =
            Stored(upload).Report is not null && ChoiceOf(upload) is { } made
                ? made
                : throw new SentinelException(
                    FailureKind.Conflict,
                    "import_not_checked",
                    "The file was not checked yet: confirm its columns first."
                );
        return Start(upload, choice, ImportStage.Importing, acceptValid);
    }

    private bool IsTaken(StagedUpload upload) =>
        jobs.ContainsKey(upload.Id) || Stored(upload).Stage == ImportStage.Imported;

    private static ImportState Stored(StagedUpload upload) =>
        UploadShelf.Read<ImportState>(upload, StateFile) ?? new ImportState { Stage = ImportStage.Waiting };

    private Task Start(StagedUpload upload, ImportChoice choice, ImportStage stage, bool acceptValid)
    {
        StagedJob job = new(stage, upload.Length);
        if (!jobs.TryAdd(upload.Id, job))
        {
            return Task.CompletedTask;
        }

        return Task.Run(() => RunAsync(upload, choice, job, acceptValid), CancellationToken.None);
    }

    private async Task RunAsync(StagedUpload upload, ImportChoice choice, StagedJob job, bool acceptValid)
    {
        CancellationToken stopping = lifetime.ApplicationStopping;
        try
        {
            // Another press may have imported it between this one's look and its turn.
            if (Stored(upload).Stage == ImportStage.Imported)
            {
                return;
            }

            ImportState state = await ReadAsync(upload, choice, job, acceptValid, stopping);
            await UploadShelf.WriteAsync(upload, StateFile, state, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nothing was written; the file is still there to be read again.
            LogStopped(upload.Id);
        }
        catch (Exception exception)
        {
            LogFailed(exception, upload.Id);
            ImportState failed = new()
            {
                Stage = ImportStage.Checked,
                Failure = "The site's log says why; the file is kept, so it can be tried again.",
            };
            await UploadShelf.WriteAsync(upload, StateFile, failed, CancellationToken.None);
        }
        finally
        {
            jobs.TryRemove(upload.Id, out _);
        }
    }

    private async Task<ImportState> ReadAsync(
        StagedUpload upload,
        ImportChoice choice,
        StagedJob job,
        bool acceptValid,
        CancellationToken stopping
    )
    {
        File.Delete(upload.Rejects);
        await using FileStream content = upload.Open();
        job.Follow(content);
        ImportRequest request = choice.ToRequest(upload, content, person.Name) with
        {
            DryRun = job.State.Stage == ImportStage.Checking,
            AcceptValid = acceptValid,
        };
        try
        {
            ImportReport report = await imports.ImportAsync(request, job, stopping);
            ImportStage reached = report.Written ? ImportStage.Imported : ImportStage.Checked;
            return new ImportState { Stage = reached, Report = report };
        }
        catch (SentinelException exception)
        {
            return new ImportState { Stage = ImportStage.Checked, Failure = exception.Message };
        }
    }

    [LoggerMessage(LogLevel.Information, "The reading of upload {Id} was stopped with the site; nothing was written")]
    private partial void LogStopped(string id);

    [LoggerMessage(LogLevel.Error, "Upload {Id} could not be read")]
    private partial void LogFailed(Exception exception, string id);
}
