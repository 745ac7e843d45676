using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Services.Training;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Training;

public sealed class TrainingDataSourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_changed_in_the_snapshot_is_seen_in_the_training_data_and_not_the_databases()
    {
        await using TestSite site = new();
        await site.Get<DemoMineSeeder>().SeedAsync(Token);
        TrainingDataSource source = site.Get<TrainingDataSource>();
        TrainModelOptions options = new() { Source = TrainingSource.Database };

        TrainingFiles files = await source.LocateAsync(options, Token);
        StopeHistory before = source.Read(files, options, Token).Stopes[0];
        await RenameAsync(files.Csv.StaticPath, before.Name, "Written into the snapshot");
        await RenameAsync(files.Csv.TimeseriesPath!, before.Name, "Written into the snapshot");
        await RenameAsync(files.Csv.EventsPath!, before.Name, "Written into the snapshot");
        await RenameAsync(files.Csv.OutcomesPath!, before.Name, "Written into the snapshot");
        MineDataset changed = source.Read(files, options, Token);

        StopeHistory after = changed.Stopes.Single(stope => stope.Name == "Written into the snapshot");
        Assert.Equal(before.Readings.Count, after.Readings.Count);
        Assert.DoesNotContain(changed.Stopes, stope => stope.Name == before.Name);
        Assert.NotEqual(files.Snapshot, changed.ContentHash);
    }

    private static async Task RenameAsync(string path, string from, string to)
    {
        string text = await File.ReadAllTextAsync(path, Token);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal), Token);
    }
}
