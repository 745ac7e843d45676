using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Tests.Database;

public sealed class SqliteStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stope_comes_back_as_it_was_stored()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        Stope stored = await site.AddStopeAsync();
        await using SentinelDbContext context = site.Open();
        Stope read = await context.Stopes.SingleAsync(Token);
        Assert.Equal(stored.Properties, read.Properties);
        Assert.Equal("S1", read.Name);
        Assert.Equal(SqliteSite.Now, read.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, read.CreatedAt.Kind);
    }

    [Theory]
    [InlineData("PRAGMA journal_mode", "wal")]
    [InlineData("PRAGMA foreign_keys", "1")]
    [InlineData("PRAGMA busy_timeout", "5000")]
    public async Task Every_connection_has(string pragma, string expected)
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        await using SentinelDbContext context = site.Open();
        await context.Database.OpenConnectionAsync(Token);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        Assert.Equal(expected, $"{await command.ExecuteScalarAsync(Token)}");
    }

    [Theory]
    [InlineData(false, "IX_Predictions_Latest")]
    [InlineData(true, "IX_Predictions_Level_StopeId")]
    public async Task Latest_predictions_are_found_by_an_index(bool byLevel, string index)
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        await using SentinelDbContext context = site.Open();
        IQueryable<StoredPrediction> latest = context.Predictions.Where(prediction => prediction.IsLatest);
        latest = byLevel
            ? latest.Where(prediction => prediction.Level == RiskLevel.High)
            : latest.Where(prediction => prediction.StopeId == 1);
        await context.Database.OpenConnectionAsync(Token);
        await using var command = latest.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var plan = await command.ExecuteReaderAsync(Token);
        Assert.True(await plan.ReadAsync(Token));
        Assert.Contains($"USING INDEX {index}", plan.GetString(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_of_an_unknown_stope_is_refused()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        await using SentinelDbContext context = site.Open();
        context.Add(new Reading { StopeId = 99, Timestamp = SqliteSite.Now });
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task A_value_out_of_range_is_refused_whoever_writes_it()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        Stope stope = await site.AddStopeAsync();
        await using SentinelDbContext context = site.Open();
        context.Add(
            new Reading
            {
                StopeId = stope.Id,
                Timestamp = SqliteSite.Now,
                HumidityPercent = 101,
            }
        );
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task Local_times_are_refused()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        Stope stope = await site.AddStopeAsync();
        await using SentinelDbContext context = site.Open();
        DateTime local = DateTime.SpecifyKind(SqliteSite.Now, DateTimeKind.Local);
        context.Add(new Reading { StopeId = stope.Id, Timestamp = local });
        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() => context.SaveChangesAsync(Token));
        Assert.Contains("Local", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stope_names_are_unique_within_their_mine_whatever_their_case()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        await site.AddStopeAsync("North", "Stope A");
        await site.AddStopeAsync("South", "Stope A");
        Exception refused = await Assert.ThrowsAsync<DbUpdateException>(() => site.AddStopeAsync("North", "STOPE a"));
        Assert.Equal("duplicate", DatabaseFailure.Explain(refused)?.Code);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_that_the_stope_changed()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        await site.AddStopeAsync();
        await using SentinelDbContext first = site.Open();
        await using SentinelDbContext second = site.Open();
        (await first.Stopes.SingleAsync(Token)).Rename("First", SqliteSite.Now);
        (await second.Stopes.SingleAsync(Token)).Rename("Second", SqliteSite.Now);
        await first.SaveChangesAsync(Token);
        Exception refused = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            second.SaveChangesAsync(Token)
        );
        Assert.Equal("changed_meanwhile", DatabaseFailure.Explain(refused)?.Code);
    }

    [Fact]
    public async Task A_purpose_has_one_production_version_only()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        await using SentinelDbContext context = site.Open();
        foreach (uint number in new uint[] { 1, 2 })
        {
            ModelVersion version = Version(number);
            version.Promote(SqliteSite.Now);
            context.Add(version);
        }

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task A_stope_has_one_latest_prediction_only_and_lists_order_by_level()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        Stope high = await site.AddStopeAsync("North", "high");
        Stope low = await site.AddStopeAsync("North", "very low");
        await using SentinelDbContext context = site.Open();
        context.AddRange(Prediction(low.Id, RiskLevel.VeryLow), Prediction(high.Id, RiskLevel.High));
        await context.SaveChangesAsync(Token);
        var levels = await context.Predictions.OrderBy(p => p.Level).Select(p => p.Level).ToListAsync(Token);
        Assert.Equal([RiskLevel.VeryLow, RiskLevel.High], levels);

        context.Add(Prediction(low.Id, RiskLevel.Low));
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task Removing_a_mine_removes_what_belongs_to_it()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        Stope stope = await site.AddStopeAsync();
        await using SentinelDbContext context = site.Open();
        ImportBatch batch = context.Add(Batch(stope.MineId)).Entity;
        await context.SaveChangesAsync(Token);
        context.Add(
            new Reading
            {
                StopeId = stope.Id,
                Timestamp = SqliteSite.Now,
                ImportBatchId = batch.Id,
            }
        );
        context.Add(Prediction(stope.Id, RiskLevel.Low));
        await context.SaveChangesAsync(Token);

        await context.Mines.ExecuteDeleteAsync(Token);

        Assert.Equal(0, await context.Stopes.CountAsync(Token) + await context.Readings.CountAsync(Token));
        Assert.Equal(0, await context.Predictions.CountAsync(Token) + await context.ImportBatches.CountAsync(Token));
    }

    [Fact]
    public void The_numbers_that_levels_are_stored_as_never_change() =>
        Assert.Equal(
            ["Unknown", "Stale", "VeryLow", "Low", "Elevated", "High", "Critical", "Imminent"],
            Enumerable.Range(0, 8).Select(number => ((RiskLevel)number).ToString())
        );

    private static ImportBatch Batch(int mineId) =>
        new()
        {
            Kind = ImportKind.Readings,
            MineId = mineId,
            FileName = "r.csv",
            Sha256 = new string('0', 64),
            ImportedAt = SqliteSite.Now,
            ImportedBy = "test",
            Added = 1,
            Updated = 0,
            Rejected = 0,
        };

    private static StoredPrediction Prediction(int stopeId, RiskLevel level) =>
        new()
        {
            StopeId = stopeId,
            Mode = PredictionMode.Network,
            Level = level,
            Class = StabilityClass.Stable,
            ComputedAt = SqliteSite.Now,
            InputHash = "",
            Document = "{}",
        };

    private static ModelVersion Version(uint number) =>
        new()
        {
            RunId = RunId.Create(SqliteSite.Now, number).Value,
            Purpose = ModelPurpose.Stope,
            Network = "compact",
            Engine = "managed",
            Parameters = 1,
            DataHash = "",
            TrainedOnSynthetic = false,
            TrainedAt = SqliteSite.Now,
            RegisteredAt = SqliteSite.Now,
            RegisteredBy = "test",
            Metrics = "{}",
            GatePassed = true,
            GateReasons = "",
        };
}
