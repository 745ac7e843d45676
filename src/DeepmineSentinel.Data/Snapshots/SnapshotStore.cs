using System.Data;
using System.Security.Cryptography;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
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
public sealed class SnapshotStore(IDbContextFactory<SentinelDbContext> contexts, ArtifactStore artifacts)
{
    private const int HashDigits = 64;
    private static readonly ImportKind[] Kinds = Enum.GetValues<ImportKind>();

    /// <summary>The folder that all snapshots lie in.</summary>
    public string Folder => Path.Combine(artifacts.ModelsFolder, "data");

    /// <summary>Writes a snapshot, or finds the one that was written before.</summary>
    /// <param name="selection">Which mines.</param>
    /// <param name="cancellationToken">Stops writing; nothing is left then.</param>
    /// <returns>The files and the hash that <see cref="MineCsvReader"/> finds when it reads them.</returns>
    /// <exception cref="SentinelException">There is no such mine, or none has a stope.</exception>
    public async Task<Snapshot> WriteAsync(MineSelection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        string temporary = Path.Combine(Folder, Path.GetRandomFileName() + DurableFile.Unfinished);
        Directory.CreateDirectory(temporary);
        try
        {
            await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
            await FreezeAsync(context, cancellationToken);
            IReadOnlyList<Mine> mines = await selection.ResolveAsync(context, cancellationToken);
            MineRowSource rows = await MineRowSource.OpenAsync(context, mines, cancellationToken);
            if (mines.Count == 0)
            {
                throw new SentinelException(
                    FailureKind.InsufficientData,
                    "no_stopes",
                    "There are no stopes to learn from; import a mine first."
                );
            }

            string hash = await WriteFilesAsync(rows, MineFiles.In(temporary), cancellationToken);
            return new Snapshot(MineFiles.In(await PublishAsync(temporary, hash, cancellationToken)), hash);
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
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Null: there is none of that name, or it is damaged.</returns>
    public async Task<Snapshot?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hash);
        string folder = Path.Combine(Folder, hash);
        return
            hash.Length == HashDigits
            && hash.All(char.IsAsciiHexDigitLower)
            && Directory.Exists(folder)
            && await IsWholeAsync(folder, hash, cancellationToken)
            ? new Snapshot(MineFiles.In(folder), hash)
            : null;
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
            await rows.WriteAsync(kind, File.Create(PathOf(files, kind)), token);
        }

        return await HashAsync(files, token);
    }

    private static async Task<string> HashAsync(MineFiles files, CancellationToken token)
    {
        Dictionary<ImportKind, string> hashes = [];
        foreach (ImportKind kind in Kinds)
        {
            await using FileStream file = new(PathOf(files, kind), FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
            hashes[kind] = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, token));
        }

        return ContentHash.Of(hashes);
    }

    private async Task<string> PublishAsync(string temporary, string hash, CancellationToken token)
    {
        string target = Path.Combine(Folder, hash);
        if (Directory.Exists(target) && !await IsWholeAsync(target, hash, token))
        {
            Directory.Delete(target, recursive: true);
        }

        try
        {
            if (!Directory.Exists(target))
            {
                DurableFile.FlushFolder(temporary);
                Directory.Move(temporary, target);
                DurableFile.FlushFolder(Folder);
            }
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another process wrote the same content a moment before; its files are these files.
        }

        return target;
    }

    private static async Task<bool> IsWholeAsync(string folder, string hash, CancellationToken token)
    {
        MineFiles files = MineFiles.In(folder);
        return Kinds.All(kind => File.Exists(PathOf(files, kind))) && await HashAsync(files, token) == hash;
    }

    private static string PathOf(MineFiles files, ImportKind kind) =>
        kind switch
        {
            ImportKind.Stopes => files.StaticPath,
            ImportKind.Readings => files.TimeseriesPath!,
            ImportKind.Events => files.EventsPath!,
            _ => files.OutcomesPath!,
        };
}
