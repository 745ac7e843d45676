using System.Text.Json;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Summaries;
using DeepmineSentinel.Web.Services;

namespace DeepmineSentinel.Web.Tests.Pages;

/// <summary>Rows for page tests.</summary>
internal static class PageData
{
    public static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public static StopeProperties Properties { get; } =
        new()
        {
            RqdPercent = 71.5,
            HydraulicRadiusMetres = 6.25,
            DepthMetres = 412,
            DipDegrees = 65,
            Direction = CompassDirection.Northeast,
            UndercutWidthMetres = 4,
            RockType = RockType.Quartzite,
            SupportType = SupportType.CableBolts,
            SupportDensity = 0.5,
            SupportInstalled = true,
        };

    public static async Task<Mine> AddMineAsync(this PageSite site, string name, bool synthetic = false)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        Mine mine = new(name, "America/Santiago", synthetic);
        database.Mines.Add(mine);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return mine;
    }

    public static async Task<int> AddStopeAsync(
        this PageSite site,
        Mine mine,
        string name,
        StopeProperties? properties = null
    )
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        Stope stope = new(mine.Id, name, properties ?? Properties, Now);
        database.Stopes.Add(stope);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return stope.Id;
    }

    public static async Task AddReadingsAsync(this PageSite site, int stope, params Reading[] readings)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        Reading[] rows = [.. readings.Select(reading => reading with { StopeId = stope })];
        database.Readings.AddRange(rows);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        TouchedDays touched = new();
        touched.Add(rows);
        await SeriesSummaries.RenewAsync(database, touched, TestContext.Current.CancellationToken);
    }

    /// <summary>Stores a network's answer; the level follows from the 7-day probability.</summary>
    public static async Task<int> PredictAsync(
        this PageSite site,
        int stope,
        double sevenDay,
        DateTime? asOf = null,
        ProbabilityInterval? interval = null
    )
    {
        RiskLevel level = RiskThresholds.Default.LevelOf(sevenDay);
        return await site.StoreAsync(
            Answer(stope, sevenDay, level, interval) with
            {
                AsOf = asOf ?? Now.AddHours(-20),
            }
        );
    }

    /// <summary>A network's answer as <see cref="PredictAsync"/> stores it.</summary>
    public static StabilityPrediction Answer(int stope, double sevenDay) =>
        Answer(stope, sevenDay, RiskThresholds.Default.LevelOf(sevenDay), null) with
        {
            AsOf = Now.AddHours(-20),
        };

    /// <summary>Stores an answer as the latest of its stope.</summary>
    public static async Task<int> StoreAsync(this PageSite site, StabilityPrediction answer)
    {
        int stope = answer.StopeId;
        await using SentinelDbContext database = await site.DatabaseAsync();
        StoredPrediction row = new()
        {
            StopeId = stope,
            RunId = answer.RunId,
            Mode = answer.Mode,
            Level = answer.Level,
            Class = answer.Condition?.Class ?? StabilityClass.Unknown,
            SevenDayProbability = answer.Forecast is [var first, ..] ? first.Probability : null,
            AsOf = answer.AsOf,
            ComputedAt = answer.ComputedAt,
            InputHash = new string('0', 64),
            Document = JsonSerializer.Serialize(answer, WebJson.Options),
        };
        database.Predictions.Add(row);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return database.Predictions.Where(one => one.StopeId == stope).Max(one => one.Id);
    }

    private static StabilityPrediction Answer(
        int stope,
        double sevenDay,
        RiskLevel level,
        ProbabilityInterval? interval
    ) =>
        new()
        {
            StopeId = stope,
            StopeName = "S",
            Mine = "M",
            RunId = "20260131_235959_0a1b2c3d",
            Mode = PredictionMode.Network,
            Level = level,
            LevelBasis = LevelBasis.Forecast,
            LevelCutPoints = RiskThresholds.Default.CutPoints,
            Condition = new ConditionPrediction
            {
                Class = StabilityClass.Unstable,
                Confidence = 0.7,
                RiskLevel = level,
                Probabilities =
                [
                    new ClassProbability(StabilityClass.Stable, 0.2, interval),
                    new ClassProbability(StabilityClass.Unstable, 0.7),
                    new ClassProbability(StabilityClass.Failure, 0.1),
                ],
                ConformalSet = [StabilityClass.Unstable, StabilityClass.Failure],
            },
            Forecast = [.. Horizons.Days.Select(days => new HorizonForecast(days, sevenDay, level, interval))],
            Recommendations = [new Recommendation(1, "Inspect the hangingwall.", "The level is high.")],
            ComputedAt = Now,
        };
}
