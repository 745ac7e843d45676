using System.Data.Common;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Cases;
using DeepmineSentinel.Web.Services.Registry;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Health;

/// <summary>Looks at the parts one by one; a failing one is told, not thrown.</summary>
public sealed class HealthComponentsReader(
    IDbContextFactory<SentinelDbContext> contexts,
    ArtifactStore artifacts,
    CaseModelHost cases,
    DataChanges changes,
    TimeProvider clock
)
{
    private const int FewestStopes = 9;

    // Counting all readings is dear and every dashboard asks; those that another process writes are told this much later.
    private static readonly TimeSpan CountsKept = TimeSpan.FromSeconds(5);
    private KnownCounts? counted;

    public async Task<(HealthComponents Components, DataCounts Data)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
            return await ReadAsync(context, cancellationToken);
        }
        catch (Exception exception) when (IsOfDatabase(exception))
        {
            ComponentHealth unknown = new(HealthState.Unhealthy, "Not known: the database does not answer.");
            return (Parts(Silent(exception), unknown, unknown, unknown, unknown, unknown), new DataCounts(0, 0, 0, 0));
        }
    }

    /// <summary>The database alone: what an orchestrator asks every few seconds must not count rows.</summary>
    public async Task<ComponentHealth> ReadDatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
            return await DatabaseAsync(context, cancellationToken);
        }
        catch (Exception exception) when (IsOfDatabase(exception))
        {
            return Silent(exception);
        }
    }

    /// <summary>Active stopes that stand and whose latest answer of a run has no level.</summary>
    public async Task<int> CountWithoutLevelAsync(string runId, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Predictions.Where(row => row.IsLatest && row.RunId == runId && row.Level == RiskLevel.Unknown)
            .Where(row => context.Stopes.Any(stope => stope.Id == row.StopeId && stope.ArchivedAt == null))
            .CountAsync(row => !context.Failures().Any(outcome => outcome.StopeId == row.StopeId), cancellationToken);
    }

    private static bool IsOfDatabase(Exception exception) =>
        exception is DbException or SentinelException or InvalidOperationException;

    private static ComponentHealth Silent(Exception exception) =>
        new(HealthState.Unhealthy, $"The database does not answer: {exception.Message}");

    private async Task<(HealthComponents, DataCounts)> ReadAsync(SentinelDbContext context, CancellationToken token)
    {
        ComponentHealth database = await DatabaseAsync(context, token);
        DataCounts data = await CountAsync(context, token);
        int outcomes = await context.Outcomes.CountAsync(token);
        int labelled = await context.Stopes.CountAsync(
            stope => stope.UndatedStability != null || context.Outcomes.Any(outcome => outcome.StopeId == stope.Id),
            token
        );
        HealthComponents parts = Parts(
            database,
            data.Stopes > 0 ? Good($"{data.Stopes} active stopes.") : Poor("There is no stope."),
            data.Readings > 0
                ? Good($"{data.Readings} readings of {data.StopesWithReadings} stopes.")
                : Poor("There are no readings; answers rest on rock mass and geometry alone."),
            outcomes > 0
                ? Good($"{outcomes} dated outcomes.")
                : Poor("There are no dated outcomes: no forecast can be learnt."),
            labelled >= FewestStopes
                ? Good($"{labelled} stopes have a label.")
                : Poor($"{labelled} stopes have a label; at least 3 of each class are needed."),
            await CasesAsync(context, token)
        );
        return (parts, data);
    }

    private static async Task<ComponentHealth> DatabaseAsync(SentinelDbContext context, CancellationToken token)
    {
        int pending = (await context.Database.GetPendingMigrationsAsync(token)).Count();
        return pending == 0
            ? Good($"{context.Database.ProviderName?.Split('.')[^1]} answers, schema up to date.")
            : new ComponentHealth(HealthState.Unhealthy, $"{pending} migration(s) are missing.");
    }

    private async Task<ComponentHealth> CasesAsync(SentinelDbContext context, CancellationToken token)
    {
        int stored = await context.CaseHistories.CountAsync(token);
        string? production = await context
            .ModelVersions.Where(version =>
                version.Purpose == ModelPurpose.CaseHistory && version.State == ModelVersionState.Production
            )
            .Select(version => version.RunId)
            .FirstOrDefaultAsync(token);
        VersionPlace? answering = await cases.ServingAsync(token);
        if (answering is { GatePassed: false })
        {
            string reasons = string.Join(" ", answering.Gate.Reasons);
            string answers = production is null
                ? $"{stored} case histories; run {answering.RunId} answers as a candidate although the gate has not passed it: {reasons}"
                : $"{stored} case histories; run {answering.RunId} answers although the gate has not passed it: {reasons}";
            return Poor($"{answers} Train on more cases, promote another run, or read what it says as a hint.");
        }

        string? serving = answering?.RunId;
        return production != serving && production is not null
            ? Poor($"The model of case histories in production, {production}, is damaged; {serving ?? "none"} answers.")
            : Good(
                serving is null ? $"{stored} case histories; no model of them, so stopes get no statement from them."
                : production is null ? $"{stored} case histories; run {serving} answers from such cases as a candidate."
                : $"{stored} case histories; run {serving} answers from such cases."
            );
    }

    private async Task<DataCounts> CountAsync(SentinelDbContext context, CancellationToken token)
    {
        var active = await (
            from stope in context.Stopes
            join mine in context.Mines on stope.MineId equals mine.Id
            where stope.ArchivedAt == null
            select new { stope.Id, mine.IsSynthetic }
        ).ToListAsync(token);
        IReadOnlyDictionary<int, int> readings = await ReadingsByStopeAsync(context, token);
        return new DataCounts(
            active.Count,
            active.Sum(stope => (long)readings.GetValueOrDefault(stope.Id)),
            active.Count(stope => readings.ContainsKey(stope.Id)),
            active.Count(stope => !stope.IsSynthetic)
        );
    }

    // Counted by stope over the index of readings: an archived stope's are left out without looking at every row's stope.
    private async Task<IReadOnlyDictionary<int, int>> ReadingsByStopeAsync(
        SentinelDbContext context,
        CancellationToken token
    )
    {
        long version = changes.Version;
        DateTimeOffset now = clock.GetUtcNow();
        if (counted is { } known && known.Version == version && now - known.At < CountsKept && now >= known.At)
        {
            return known.Readings;
        }

        Dictionary<int, int> readings = await context
            .Readings.GroupBy(reading => reading.StopeId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, token);
        counted = new KnownCounts(version, now, readings);
        return readings;
    }

    private HealthComponents Parts(
        ComponentHealth database,
        ComponentHealth stopes,
        ComponentHealth readings,
        ComponentHealth outcomes,
        ComponentHealth trainingData,
        ComponentHealth caseHistories
    ) =>
        new()
        {
            Database = database,
            Stopes = stopes,
            Readings = readings,
            Outcomes = outcomes,
            ArtifactStore = Artifacts(),
            TrainingData = trainingData,
            CaseHistories = caseHistories,
        };

    private ComponentHealth Artifacts()
    {
        try
        {
            string folders = $"{artifacts.List().Count} run folder(s).";
            return artifacts.WriteProblem() is { } problem
                ? Poor($"{folders} Nothing new can be kept, no run and no promotion: {problem}")
                : Good(folders);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ComponentHealth(HealthState.Unhealthy, $"The models folder cannot be read: {exception.Message}");
        }
    }

    private static ComponentHealth Good(string detail) => new(HealthState.Healthy, detail);

    private static ComponentHealth Poor(string detail) => new(HealthState.Degraded, detail);

    private sealed record KnownCounts(long Version, DateTimeOffset At, IReadOnlyDictionary<int, int> Readings);
}
