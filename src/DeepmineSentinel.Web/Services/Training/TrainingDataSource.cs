using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Data.Snapshots;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>The one way from rows to what learning takes: files, whether the user's or a snapshot of the database.</summary>
public sealed class TrainingDataSource(SnapshotStore snapshots, MineCsvReader reader)
{
    /// <summary>The files of a run: the user's own, or a snapshot of the database, written now.</summary>
    /// <exception cref="SentinelException">The files or the selection cannot be used.</exception>
    internal async Task<TrainingFiles> LocateAsync(TrainModelOptions options, CancellationToken cancellationToken)
    {
        if (options.Source == TrainingSource.Csv)
        {
            return new TrainingFiles(UserFiles(options), null);
        }

        Snapshot snapshot = await snapshots.WriteAsync(new MineSelection(options.Mine), cancellationToken);
        return new TrainingFiles(snapshot.Files, snapshot.Hash) { LeftOut = [.. LeftOut(snapshot)] };
    }

    private static IEnumerable<string> LeftOut(Snapshot snapshot)
    {
        if (snapshot.Waiting > 0)
        {
            yield return $"Left out: {snapshot.Waiting} dated outcome(s) entered by hand that nobody has reviewed (stopes, filter Outcomes to review).";
        }

        if (snapshot.PutAside > 0)
        {
            yield return $"Left out: {snapshot.PutAside} dated outcome(s) that a review put aside.";
        }
    }

    /// <summary>The files of a run that was stopped: the snapshot it began with, or the user's own.</summary>
    /// <exception cref="SentinelException">The files or the selection cannot be used.</exception>
    internal async Task<TrainingFiles> FindAgainAsync(StoredRequest stored, CancellationToken cancellationToken) =>
        stored.Snapshot is { } hash && await snapshots.FindAsync(hash, cancellationToken) is { } snapshot
            ? new TrainingFiles(snapshot.Files, snapshot.Hash)
            // The snapshot is gone or damaged: the database may still hold the same data, which their hash decides.
            : await LocateAsync(stored.Options, cancellationToken);

    /// <summary>Hash of what the files hold, without reading what they say.</summary>
    /// <exception cref="SentinelException">A file cannot be opened.</exception>
    internal static async Task<string> HashAsync(TrainingFiles files, CancellationToken cancellationToken) =>
        files.Snapshot ?? await MineCsvReader.HashAsync(files.Csv, cancellationToken);

    /// <summary>What the files say, if it is still what was hashed.</summary>
    /// <exception cref="SentinelException">The files cannot be used, or were changed meanwhile.</exception>
    internal MineDataset Read(
        TrainingFiles files,
        string hash,
        TrainModelOptions options,
        CancellationToken cancellationToken
    )
    {
        MineDataset dataset = Read(files, options, cancellationToken);
        return dataset.ContentHash == hash
            ? dataset
            : throw new SentinelException(
                FailureKind.Conflict,
                "data_changed",
                "The files were changed while they were read; nothing was trained. Start again once they are whole."
            );
    }

    /// <summary>What the files say, whoever wrote them.</summary>
    /// <exception cref="SentinelException">The files cannot be used.</exception>
    internal MineDataset Read(TrainingFiles files, TrainModelOptions options, CancellationToken cancellationToken) =>
        reader.Read(
            files.Csv,
            new MineReadOptions
            {
                DefaultMine = options.Mine ?? Mine.DefaultName,
                TimeZone = options.TimeZone is { } zone ? Zone(zone) : TimeZoneInfo.Utc,
            },
            cancellationToken
        );

    private static MineFiles UserFiles(TrainModelOptions options) =>
        options.StaticPath is { } stopes
            ? new MineFiles(stopes, options.TimeseriesPath, options.EventsPath, options.OutcomesPath)
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "static_missing",
                "--source csv needs --static FILE, the file of stopes."
            );

    private static TimeZoneInfo Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone)
            ? zone
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "unknown_time_zone",
                $"The time zone {id} is not known; use an IANA name such as UTC or America/Santiago."
            );
}
