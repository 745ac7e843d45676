using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Snapshots;

namespace DeepmineSentinel.Data.Tests.Snapshots;

public sealed class SnapshotStoreTests : IAsyncLifetime
{
    private SqliteSite site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => site = await SqliteSite.CreateAsync();

    [Fact]
    public async Task A_snapshot_holds_what_the_database_holds_to_the_bit_and_is_named_by_its_content()
    {
        await AddAsync("North", synthetic: false);
        Snapshot snapshot = await SnapshotAsync();
        MineDataset read = Read(snapshot.Files);
        Assert.Equivalent(Samples.Mine(), read.Stopes, strict: true);
        Assert.Equal(snapshot.Hash, read.ContentHash);
        Assert.Equal(snapshot.Hash, Path.GetFileName(Path.GetDirectoryName(snapshot.Files.StaticPath)));
        Assert.Equal(snapshot, await SnapshotAsync());
        Assert.Single(Directory.GetDirectories(site.Get<SnapshotStore>().Folder));
    }

    [Fact]
    public async Task A_value_changed_in_the_snapshot_is_seen_in_the_data_and_never_taken_for_the_databases()
    {
        await AddAsync("North", synthetic: false);
        Snapshot snapshot = await SnapshotAsync();
        string text = await File.ReadAllTextAsync(snapshot.Files.TimeseriesPath!, Token);
        string changed = text.Replace("0.30000000000000004", "77.5", StringComparison.Ordinal);
        await File.WriteAllTextAsync(snapshot.Files.TimeseriesPath!, changed, Token);
        MineDataset read = Read(snapshot.Files);
        Assert.Equal(77.5, read.Stopes[0].Readings[0].StressMegapascals);
        Assert.NotEqual(snapshot.Hash, read.ContentHash);

        await SnapshotAsync();
        Assert.Equal(text, await File.ReadAllTextAsync(snapshot.Files.TimeseriesPath!, Token));
    }

    [Fact]
    public async Task The_generated_mine_is_taken_only_while_there_is_no_other_or_by_name()
    {
        await AddAsync("Demo", synthetic: true);
        Assert.All(Read((await SnapshotAsync()).Files).Stopes, stope => Assert.True(stope.IsSynthetic));
        await AddAsync("North", synthetic: false);
        Assert.All(Read((await SnapshotAsync()).Files).Stopes, stope => Assert.Equal("North", stope.Mine));
        Assert.All(Read((await SnapshotAsync("Demo")).Files).Stopes, stope => Assert.Equal("Demo", stope.Mine));
        SentinelException absent = await Assert.ThrowsAsync<SentinelException>(() => SnapshotAsync("Atlantis"));
        Assert.Equal("mine_not_found", absent.Code);
    }

    [Fact]
    public async Task A_database_without_stopes_says_so_and_leaves_nothing_behind()
    {
        SentinelException empty = await Assert.ThrowsAsync<SentinelException>(() => SnapshotAsync());
        Assert.Equal(FailureKind.InsufficientData, empty.Kind);
        Assert.Empty(Directory.GetFileSystemEntries(site.Get<SnapshotStore>().Folder));
    }

    [Fact]
    public async Task What_was_imported_is_exported_so_that_it_can_be_imported_again()
    {
        await AddAsync("North", synthetic: false);
        await using SqliteSite other = await SqliteSite.CreateAsync();
        foreach (ImportKind kind in Enum.GetValues<ImportKind>())
        {
            byte[] exported = await ExportAsync(site, kind);
            await using MemoryStream upload = new(exported);
            ImportReport report = await other
                .Get<MineImporter>()
                .ImportAsync(
                    new ImportRequest
                    {
                        Kind = kind,
                        Content = upload,
                        By = "tester",
                    },
                    null,
                    Token
                );
            Assert.Empty(report.Problems);
            Assert.Equal(exported, await ExportAsync(other, kind));
        }

        Assert.Equal((await SnapshotAsync()).Hash, (await other.Get<SnapshotStore>().WriteAsync(new(), Token)).Hash);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task<byte[]> ExportAsync(SqliteSite from, ImportKind kind)
    {
        await using MemoryStream stream = new();
        await from.Get<MineExporter>().ExportAsync(kind, null, stream, Token);
        return stream.ToArray();
    }

    private Task AddAsync(string mine, bool synthetic) =>
        site.Get<MineImporter>()
            .AddMineAsync(new(Samples.Mine(mine), ""), new AddMineOptions { IsSynthetic = synthetic }, Token);

    private Task<Snapshot> SnapshotAsync(string? mine = null) =>
        site.Get<SnapshotStore>().WriteAsync(new MineSelection(mine), Token);

    private MineDataset Read(MineFiles files) => site.Get<MineCsvReader>().Read(files, new MineReadOptions(), Token);
}
