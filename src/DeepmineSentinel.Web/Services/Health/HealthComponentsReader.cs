using System.Data.Common;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Health;

/// <summary>Looks at the parts one by one; a failing one is told, not thrown.</summary>
public sealed class HealthComponentsReader(IDbContextFactory<SentinelDbContext> contexts, ArtifactStore artifacts)
{
    private const int FewestStopes = 9;

    public async Task<(HealthComponents Components, DataCounts Data)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
            return await ReadAsync(context, cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or SentinelException or InvalidOperationException)
        {
            ComponentHealth unreachable = new(
                HealthState.Unhealthy,
                $"The database does not answer: {exception.Message}"
            );
            ComponentHealth unknown = new(HealthState.Unhealthy, "Not known: the database does not answer.");
            return (Parts(unreachable, unknown, unknown, unknown, unknown), new DataCounts(0, 0, 0));
        }
    }

    private async Task<(HealthComponents, DataCounts)> ReadAsync(SentinelDbContext context, CancellationToken token)
    {
        int pending = (await context.Database.GetPendingMigrationsAsync(token)).Count();
        ComponentHealth database =
            pending == 0
                ? new(
                    HealthState.Healthy,
                    $"{context.Database.ProviderName?.Split('.')[^1]} answers, schema up to date."
                )
                : new(HealthState.Unhealthy, $"{pending} migration(s) are missing.");
        int stopes = await context.Stopes.CountAsync(stope => stope.ArchivedAt == null, token);
        int withReadings = await context.Stopes.CountAsync(
            stope => stope.ArchivedAt == null && context.Readings.Any(reading => reading.StopeId == stope.Id),
            token
        );
        long readings = await context.Readings.LongCountAsync(token);
        int outcomes = await context.Outcomes.CountAsync(token);
        int labelled = await context.Stopes.CountAsync(
            stope => stope.UndatedStability != null || context.Outcomes.Any(outcome => outcome.StopeId == stope.Id),
            token
        );
        HealthComponents parts = Parts(
            database,
            stopes > 0 ? Good($"{stopes} active stopes.") : Poor("There is no stope."),
            readings > 0
                ? Good($"{readings} readings of {withReadings} stopes.")
                : Poor("There are no readings; answers rest on rock mass and geometry alone."),
            outcomes > 0
                ? Good($"{outcomes} dated outcomes.")
                : Poor("There are no dated outcomes: no forecast can be learnt."),
            labelled >= FewestStopes
                ? Good($"{labelled} stopes have a label.")
                : Poor($"{labelled} stopes have a label; at least 3 of each class are needed.")
        );
        return (parts, new DataCounts(stopes, readings, withReadings));
    }

    private HealthComponents Parts(
        ComponentHealth database,
        ComponentHealth stopes,
        ComponentHealth readings,
        ComponentHealth outcomes,
        ComponentHealth trainingData
    ) =>
        new()
        {
            Database = database,
            Stopes = stopes,
            Readings = readings,
            Outcomes = outcomes,
            ArtifactStore = Artifacts(),
            TrainingData = trainingData,
        };

    private ComponentHealth Artifacts()
    {
        try
        {
            return Good($"{artifacts.List().Count} run folder(s).");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ComponentHealth(HealthState.Unhealthy, $"The models folder cannot be read: {exception.Message}");
        }
    }

    private static ComponentHealth Good(string detail) => new(HealthState.Healthy, detail);

    private static ComponentHealth Poor(string detail) => new(HealthState.Degraded, detail);
}
