using System.Data;
using System.Security.Cryptography;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Data.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Snapshots;

/// <summary>Writes the database's mines as CSV files under <c>models/data/&lt;sha256&gt;/</c>, once for each content.</summary>
/// <param name="contexts">Where contexts come from.</param>
/// <param name="artifacts">Says where <c>models/</c> is.</param>
/// <param name="clock">Dates their use.</param>
public sealed class SnapshotStore(
    IDbContextFactory<SentinelDbContext> contexts,
    ArtifactStore artifacts,
    TimeProvider clock
)
{
    private static readonly IReadOnlyList<ImportKind> Kinds = ImportKinds.OfMines;

    /// <summary>The folder that all snapshots lie in.</summary>
    public string Folder => artifacts.SnapshotsFolder;

    /// <summary>Writes a snapshot, or finds the one that was written before.</summary>
    /// <param name="selection">Which mines.</param>
    /// <param name="cancellationToken">Stops writing; nothing is left then.</param>
    /// <returns>The files and the hash that <see cref="MineCsvReader"/> finds when it reads them.</returns>
    /// <exception cref="SentinelException">There is no such mine, none has a stope, or the disk refused it.</exception>
    public async Task<Snapshot> WriteAsync(MineSelection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        try
        {
            return await WriteOrFindAsync(selection, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentinelException(
                FailureKind.Unavailable,
                "artifact_store_unavailable",
                $"The data to learn from cannot be written to {Folder}: {exception.Message} Nothing was changed.",
                exception
            );
        }
    }

    private async Task<Snapshot> WriteOrFindAsync(MineSelection selection, CancellationToken cancellationToken)
    {
        string temporary = Path.Combine(Folder, Path.GetRandomFileName() + DurableFile.Unfinished);
        Directory.CreateDirectory(temporary);
        try
        {
            await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
            await FreezeAsync(context, cancellationToken);
            IReadOnlyList<Mine> mines = await selection.ResolveAsync(context, cancellationToken);
            MineRowSource rows = await MineRowSource.OpenAsync(context, mines, cancellationToken);
            rows.OnlyLearnable = true;
            if (mines.Count == 0)
            {
                throw new SentinelException(
                    FailureKind.InsufficientData,
                    "no_stopes",
                    "There are no stopes to learn from; import a mine first."
                );
            }

            string hash = await WriteFilesAsync(rows, MineFiles.In(temporary), cancellationToken);
            (int waiting, int putAside) = await rows.LeftOutAsync(cancellationToken);
            return new Snapshot(MineFiles.In(Publish(temporary, hash)), hash)
            {
                Waiting = waiting,
                PutAside = putAside,
            };
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    /// <summary>Finds a snapshot that was written before.</summary>
    /// <param name="hash">Its name.</param>
    /// <param name="cancellationToken">Stops before it is read.</param>
    /// <returns>Null: there is none of that name, or it is damaged.</returns>
    public Task<Snapshot?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string folder = Path.Combine(Folder, hash);
        if (!SnapshotName.IsUsable(hash) || !Directory.Exists(folder) || !IsWhole(folder, hash))
        {
            return Task.FromResult<Snapshot?>(null);
        }

        MarkUsed(folder);
        return Task.FromResult<Snapshot?>(new Snapshot(MineFiles.In(folder), hash));
    }

    /// <summary>The files of a snapshot, their content compared with its name.</summary>
    /// <param name="hash">Name of the snapshot; null: the run learnt from files of the user, which nobody kept.</param>
    /// <exception cref="SentinelException"><c>data_not_kept</c>: there is none, it was swept, or it is no longer what it was.</exception>
    public MineFiles Require(string? hash)
    {
        if (hash is null)
        {
            throw NotKept("The run learnt from files of the user, which are not kept");
        }

        if (!SnapshotName.IsUsable(hash))
        {
            throw NotKept("The run names no snapshot");
        }

        string folder = Path.Combine(Folder, hash);
        return Directory.Exists(folder) && IsWhole(folder, hash)
            ? MineFiles.In(folder)
            : throw NotKept($"The snapshot {hash} is gone or damaged");
    }

    /// <summary>Unpacks the data of an archive, unless the same snapshot is there already.</summary>
    /// <param name="archive">A checked archive that has data.</param>
    /// <returns>Whether it was not there before.</returns>
    /// <exception cref="SentinelException">The disk refused it.</exception>
    public bool Add(RunArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        string hash = archive.Manifest.DataSnapshot!;
        bool isNew = !Directory.Exists(Path.Combine(Folder, hash));
        string temporary = Path.Combine(Folder, Path.GetRandomFileName() + DurableFile.Unfinished);
        try
        {
            ArtifactStore.Guarded(
                $"The data of run {archive.Id} could not be unpacked",
                () =>
                {
                    Directory.CreateDirectory(temporary);
                    archive.UnpackData(MineFiles.In(temporary));
                    Publish(temporary, hash);
                }
            );
            return isNew;
        }
        finally
        {
            Trash.Delete(temporary);
        }
    }

    // One moment of the database for all four files. SQLite takes a read transaction, which blocks nobody; elsewhere
    // rows that arrive meanwhile may be in one file and not in another, which the reader would tell.
    private static async Task FreezeAsync(SentinelDbContext context, CancellationToken token)
    {
        if (context is SqliteSentinelContext)
        {
            await context.Database.OpenConnectionAsync(token);
            SqliteConnection connection = (SqliteConnection)context.Database.GetDbConnection();
            await context.Database.UseTransactionAsync(
                connection.BeginTransaction(IsolationLevel.Serializable, deferred: true),
                token
            );
        }
    }

    private static async Task<string> WriteFilesAsync(MineRowSource rows, MineFiles files, CancellationToken token)
    {
        foreach (ImportKind kind in Kinds)
        {
            await rows.WriteAsync(kind, File.Create(files.PathOf(kind)), token);
        }

        return await HashAsync(files, token);
    }

    private static async Task<string> HashAsync(MineFiles files, CancellationToken token)
    {
        Dictionary<ImportKind, string> hashes = [];
        foreach (ImportKind kind in Kinds)
        {
            await using FileStream file = File.OpenRead(files.PathOf(kind));
            hashes[kind] = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, token));
        }

        return ContentHash.Of(hashes);
    }

    private string Publish(string temporary, string hash)
    {
        string target = Path.Combine(Folder, hash);
        if (Directory.Exists(target) && !IsWhole(target, hash))
        {
            Trash.Delete(Trash.MoveAside(target));
        }

        try
        {
            if (!Directory.Exists(target))
            {
                FlushFiles(MineFiles.In(temporary));
                DurableFile.FlushFolder(temporary);
                Directory.Move(temporary, target);
                DurableFile.FlushFolder(Folder);
            }
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another process wrote the same content a moment before; its files are these files.
        }

        MarkUsed(target);
        return target;
    }

    // Only what is about to be published: what was written before is on disk since then.
    private static void FlushFiles(MineFiles files)
    {
        foreach (ImportKind kind in Kinds)
        {
            using FileStream file = new(files.PathOf(kind), FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }
    }

    // One that is used again is as good as new to whoever sweeps what nobody refers to.
    private void MarkUsed(string folder) => Directory.SetLastWriteTimeUtc(folder, clock.GetUtcNow().UtcDateTime);

    private static SentinelException NotKept(string reason) =>
        new(FailureKind.NotFound, "data_not_kept", $"{reason}; leave the data out.");

    private static bool IsWhole(string folder, string hash)
    {
        MineFiles files = MineFiles.In(folder);
        return Kinds.All(kind => File.Exists(files.PathOf(kind)))
            && ContentHash.Of(Kinds.ToDictionary(kind => kind, kind => HashOf(files.PathOf(kind)))) == hash;
    }

    private static string HashOf(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
