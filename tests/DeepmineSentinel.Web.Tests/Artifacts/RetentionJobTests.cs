using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Jobs;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Artifacts;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace DeepmineSentinel.Web.Tests.Artifacts;

public sealed class RetentionJobTests(TrainedMine mine) : IDisposable
{
    private readonly ExportedRuns exports = new(mine);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_site_clears_old_runs_by_its_settings_and_only_where_they_ask_for_it()
    {
        await using TestSite site = new();
        foreach (string runId in new[] { mine.Previous, mine.Production })
        {
            await site.CommandLine.RunAsync("models", "import", await exports.ExportAsync(runId));
            string manifest = Path.Combine(site.Root, "models", runId, ArtifactFileNames.Manifest);
            File.SetLastWriteTimeUtc(manifest, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        await RunAsync(site, new RetentionOptions { KeepBest = 0, KeepLatest = 1 }, () => true);
        Assert.True(Directory.Exists(Folder(site, mine.Previous)));

        RetentionOptions settings = new()
        {
            Enabled = true,
            KeepBest = 0,
            KeepLatest = 1,
        };
        await RunAsync(site, settings, () => !Directory.Exists(Folder(site, mine.Previous)));

        Assert.True(Directory.Exists(Folder(site, mine.Production)));
        ModelVersion gone = await site.Get<ModelRegistry>().GetAsync(mine.Previous, Token);
        Assert.Equal(ModelVersionState.Archived, gone.State);
        Assert.Contains("days old", gone.ArchivedReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KeepLatest", "0")]
    [InlineData("OlderThan", "00:10:00")]
    [InlineData("Every", "00:00:01")]
    [InlineData("KeepBest", "-1")]
    [InlineData("ReplacedOlderThan", "00:10:00")]
    [InlineData("BatchesOlderThan", "4000.00:00:00")]
    [InlineData("KeepEverything", "true")]
    public async Task A_setting_out_of_range_is_told_at_the_start(string name, string value)
    {
        using CommandFolder folder = new();
        Dictionary<string, string?> settings = folder.Settings;
        settings[$"Retention:{name}"] = value;
        CommandResult result = await new TestCommandLine(settings).RunAsync("models", "list");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(name, result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => exports.Dispose();

    private static string Folder(TestSite site, string runId) => Path.Combine(site.Root, "models", runId);

    private static async Task RunAsync(TestSite site, RetentionOptions settings, Func<bool> until)
    {
        // A year on, everything is old; and nobody waits.
        using RetentionJob job = new(
            Later(site),
            site.Get<RowClearing>(),
            Microsoft.Extensions.Options.Options.Create(settings),
            new HurriedClock(),
            NullLogger<RetentionJob>.Instance
        );
        await job.StartAsync(Token);
        await Eventually.TrueAsync(until);
        await job.StopAsync(Token);
    }

    private static PruneService Later(TestSite site) =>
        new(
            site.Get<Data.ArtifactFiles.Inventory.InventoryReader>(),
            site.Get<Data.ArtifactFiles.ArtifactStore>(),
            site.Get<Data.ArtifactFiles.Archives.CompressedRuns>(),
            site.Get<ModelRegistry>(),
            site.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<Data.Database.SentinelDbContext>>(),
            new HurriedClock(TimeSpan.FromDays(365))
        );
}
