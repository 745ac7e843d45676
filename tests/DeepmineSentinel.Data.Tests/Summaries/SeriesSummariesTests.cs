using System.Globalization;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Summaries;
using DeepmineSentinel.Data.Tests.Csv;
using DeepmineSentinel.Data.Tests.Importing;
using DeepmineSentinel.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Data.Tests.Summaries;

public sealed class SeriesSummariesTests : ImportTest
{
    private static readonly DateTime Start = new(2024, 1, 30, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task An_import_keeps_the_extremes_of_each_day_and_of_the_hours_of_days_with_many_readings()
    {
        await ImportStopeAsync();
        await ImportAsync(ImportKind.Readings, Minutes(60 * 30, minute => minute == 77 ? -9 : minute % 50));
        await AssertExactAsync();
        await using SentinelDbContext context = Site.Open();
        ReadingSummary[] days = await Days(context).ToArrayAsync(Token);
        Assert.Equal([1_440, 360], days.Select(day => day.Readings));
        Assert.Equal((-9, 49), (days[0].LeastDeformationMmPerDay, days[0].GreatestDeformationMmPerDay));
        Assert.Equal(30, await context.ReadingSummaries.CountAsync(row => row.Hours == ReadingSummary.Hour, Token));
        Assert.Equal(-9, (await HourAsync(context, Start.AddHours(1)))!.LeastDeformationMmPerDay);
        Assert.Null(days[0].LeastStressMegapascals);
    }

    [Fact]
    public async Task Days_with_few_readings_have_no_hours_and_are_read_from_the_readings()
    {
        await ImportStopeAsync();
        await ImportAsync(ImportKind.Readings, Minutes(100, minute => minute));
        string sparse = CsvText.Readings("S1,2024-02-02T05:10:00Z,1,7,,,", "S1,2024-02-02T05:40:00Z,1,8,,,");
        await ImportAsync(ImportKind.Readings, sparse);

        await using SentinelDbContext context = Site.Open();
        int stope = (await context.Stopes.SingleAsync(Token)).Id;
        List<ReadingSummary> hours = await SeriesSummaries
            .Hours(context, stope, (Start, Start.AddDays(9)))
            .ToListAsync(Token);
        Assert.Equal([60, 40, 1, 1], hours.OrderBy(hour => hour.Start).Select(hour => hour.Readings));
        Assert.Equal([59, 99, 7, 8], hours.OrderBy(hour => hour.Start).Select(hour => hour.Greatest(1)!.Value));
        Assert.Equal(
            3,
            (
                await SeriesSummaries.Hours(context, stope, (Start.AddHours(1), Start.AddDays(9))).ToListAsync(Token)
            ).Count
        );
    }

    [Fact]
    public async Task An_update_that_takes_an_extreme_away_takes_it_out_of_the_summaries()
    {
        await ImportStopeAsync();
        await ImportAsync(ImportKind.Readings, Minutes(200, minute => minute == 61 ? 999 : 1));
        await ImportAsync(
            ImportKind.Readings,
            CsvText.Readings("S1,2024-01-30T01:01:00Z,1,2,,,"),
            request => request with { Update = true }
        );
        await AssertExactAsync();
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(2, (await Days(context).SingleAsync(Token)).GreatestDeformationMmPerDay);
        Assert.Equal(2, (await HourAsync(context, Start.AddHours(1)))!.GreatestDeformationMmPerDay);
    }

    [Fact]
    public async Task Readings_that_a_program_sends_keep_the_summaries_exact()
    {
        await ImportStopeAsync();
        await ImportAsync(ImportKind.Readings, Minutes(30, minute => minute));
        await using SentinelDbContext context = Site.Open();
        int stope = (await context.Stopes.SingleAsync(Token)).Id;
        Reading[] sent =
        [
            .. Enumerable
                .Range(20, 2_000)
                .Select(minute => new Reading
                {
                    StopeId = stope,
                    Timestamp = Start.AddMinutes(minute),
                    DeformationRateMmPerDay = 1_000 + minute,
                }),
        ];

        bool[] added = await Site.Get<ReadingWriter>().AddAsync([.. sent, sent[^1]], null, Token);

        Assert.Equal(1_990, added.Count(yes => yes));
        Assert.All(added[..10], Assert.False);
        Assert.False(added[^1]);
        await AssertExactAsync();
        Assert.Equal(3_019, await context.ReadingSummaries.MaxAsync(row => row.GreatestDeformationMmPerDay, Token));
    }

    [Fact]
    public async Task An_import_that_is_refused_or_only_tried_leaves_the_summaries_alone()
    {
        await ImportStopeAsync();
        await ImportAsync(ImportKind.Readings, Minutes(30, minute => minute));
        string later = CsvText.Readings("S1,2024-01-30T20:00:00Z,1,50,,,", "nobody,2024-01-30T20:00:00Z,1,50,,,");
        Assert.True((await ImportAsync(ImportKind.Readings, later)).IsRefused);
        string good = CsvText.Readings("S1,2024-01-30T20:00:00Z,1,50,,,");
        await ImportAsync(ImportKind.Readings, good, request => request with { DryRun = true });
        await AssertExactAsync();
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(29, (await Days(context).SingleAsync(Token)).GreatestDeformationMmPerDay);
    }

    [Fact]
    public async Task Summaries_that_were_lost_are_rebuilt_from_the_readings()
    {
        await ImportStopeAsync();
        await ImportAsync(ImportKind.Readings, Minutes(3_000, minute => minute % 97));
        await using (SentinelDbContext context = Site.Open())
        {
            await context.ReadingSummaries.Where(row => row.Start > Start).ExecuteDeleteAsync(Token);
            await context.ReadingSummaries.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.GreatestDeformationMmPerDay, 12_345),
                Token
            );
        }

        Assert.Equal(1, await Site.Get<SeriesSummaries>().RebuildAsync(null, Token));
        await AssertExactAsync();
    }

    [Fact]
    public async Task A_mine_that_is_removed_takes_its_summaries_along()
    {
        MineDataset dataset = new(Samples.Mine(), "");
        await Site.Get<MineImporter>().AddMineAsync(dataset, new AddMineOptions { IsSynthetic = false }, Token);
        await AssertExactAsync();
        await using SentinelDbContext context = Site.Open();
        Assert.Equal(3, await context.ReadingSummaries.CountAsync(Token));
        await context.Mines.ExecuteDeleteAsync(Token);
        Assert.Equal(0, await context.ReadingSummaries.CountAsync(Token));
    }

    [Fact]
    public async Task Readings_of_an_older_database_get_their_summaries_when_it_is_migrated()
    {
        using TempFolder folder = new();
        await using ServiceProvider services = SqliteSite.Services(folder, []);
        await using SentinelDbContext context = await services
            .GetRequiredService<IDbContextFactory<SentinelDbContext>>()
            .CreateDbContextAsync(Token);
        await context.GetService<IMigrator>().MigrateAsync("TimeAtWork", Token);
        Mine mine = context.Add(new Mine("Old")).Entity;
        await context.SaveChangesAsync(Token);
        Stope stope = context.Add(new Stope(mine.Id, "S", SqliteSite.Rock, SqliteSite.Now)).Entity;
        await context.SaveChangesAsync(Token);
        context.AddRange(
            Enumerable
                .Range(0, 2_000)
                .Select(i => new Reading
                {
                    StopeId = stope.Id,
                    Timestamp = Start.AddMinutes(i),
                    HumidityPercent = i % 90,
                })
        );
        await context.SaveChangesAsync(Token);

        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token);

        await AssertExactAsync(context);
        Assert.Equal(2, await Days(context).CountAsync(Token));
        SqliteConnection.ClearAllPools();
    }

    private static IQueryable<ReadingSummary> Days(SentinelDbContext context) =>
        context.ReadingSummaries.Where(row => row.Hours == ReadingSummary.Day).OrderBy(row => row.Start);

    private static Task<ReadingSummary?> HourAsync(SentinelDbContext context, DateTime start) =>
        context.ReadingSummaries.SingleOrDefaultAsync(
            row => row.Hours == ReadingSummary.Hour && row.Start == start,
            Token
        );

    private static string Minutes(int count, Func<int, double> deformation) =>
        CsvText.Readings([
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"S1,{Start.AddMinutes(i):yyyy-MM-ddTHH:mm:ssZ},1,{deformation(i)},,,"
                    )
                ),
        ]);

    private async Task AssertExactAsync()
    {
        await using SentinelDbContext context = Site.Open();
        await AssertExactAsync(context);
    }

    // Made again in memory, by code that shares nothing with the statements.
    private static async Task AssertExactAsync(SentinelDbContext context)
    {
        List<Reading> readings = await context.Readings.AsNoTracking().ToListAsync(Token);
        List<ReadingSummary> wanted =
        [
            .. readings
                .GroupBy(reading => (reading.StopeId, reading.Timestamp.Date))
                .SelectMany(day =>
                    day.Count() > ReadingSummary.MostWithoutHours
                        ? day.GroupBy(reading => reading.Timestamp.Hour)
                            .Select(hour => Summary(day.Key.StopeId, 1, day.Key.Date.AddHours(hour.Key), [.. hour]))
                            .Append(Summary(day.Key.StopeId, 24, day.Key.Date, [.. day]))
                        : [Summary(day.Key.StopeId, 24, day.Key.Date, [.. day])]
                ),
        ];
        List<ReadingSummary> found = await context.ReadingSummaries.AsNoTracking().ToListAsync(Token);
        Assert.Equal(Ordered(wanted), Ordered(found));
    }

    private static IEnumerable<ReadingSummary> Ordered(IEnumerable<ReadingSummary> rows) =>
        rows.OrderBy(row => row.StopeId).ThenBy(row => row.Hours).ThenBy(row => row.Start);

    private static ReadingSummary Summary(int stope, int hours, DateTime start, Reading[] rows) =>
        new()
        {
            StopeId = stope,
            Hours = hours,
            Start = start,
            Readings = rows.Length,
            LeastVibrationMmPerSecond = rows.Min(row => row.VibrationVelocityMmPerSecond),
            GreatestVibrationMmPerSecond = rows.Max(row => row.VibrationVelocityMmPerSecond),
            LeastDeformationMmPerDay = rows.Min(row => row.DeformationRateMmPerDay),
            GreatestDeformationMmPerDay = rows.Max(row => row.DeformationRateMmPerDay),
            LeastStressMegapascals = rows.Min(row => row.StressMegapascals),
            GreatestStressMegapascals = rows.Max(row => row.StressMegapascals),
            LeastTemperatureCelsius = rows.Min(row => row.TemperatureCelsius),
            GreatestTemperatureCelsius = rows.Max(row => row.TemperatureCelsius),
            LeastHumidityPercent = rows.Min(row => row.HumidityPercent),
            GreatestHumidityPercent = rows.Max(row => row.HumidityPercent),
        };
}
