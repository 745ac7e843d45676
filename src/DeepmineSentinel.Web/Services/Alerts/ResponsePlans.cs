using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>Where whoever needs the response plan takes it from: the site's own, over the settings', over the example.</summary>
public sealed partial class ResponsePlans(
    IDbContextFactory<SentinelDbContext> contexts,
    IOptions<AlertsOptions> options,
    ILogger<ResponsePlans> logger
)
{
    /// <summary>Versions that a page lists.</summary>
    public const int MostListed = 20;

    /// <summary>The plan of the settings.</summary>
    public ResponsePlan OfSettings => options.Value.ToPlan();

    /// <summary>The plan that counts now: one statement, so that a change counts at once in every process.</summary>
    public async Task<PlanInForce> CurrentAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await CurrentAsync(context, cancellationToken);
    }

    /// <summary>The same within work that has a context.</summary>
    public async Task<PlanInForce> CurrentAsync(SentinelDbContext context, CancellationToken cancellationToken)
    {
        ResponsePlanVersion? last = await context
            .ResponsePlanVersions.AsNoTracking()
            .OrderByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return last?.Document is null
            ? new PlanInForce(OfSettings, last, options.Value.IsExamplePlan)
            : new PlanInForce(PlanOf(last), last, IsExample: false);
    }

    /// <summary>The newest versions with the plan of each, newest first, and the one before the last of them.</summary>
    public async Task<IReadOnlyList<(ResponsePlanVersion Version, ResponsePlan Plan)>> VersionsAsync(
        CancellationToken cancellationToken
    )
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ResponsePlanVersion> found = await context
            .ResponsePlanVersions.AsNoTracking()
            .OrderByDescending(version => version.Number)
            .Take(MostListed + 1)
            .ToListAsync(cancellationToken);
        return [.. found.Select(version => (version, PlanOf(version)))];
    }

    // Alerts go on whatever stands there: a plan that cannot be read must not silence them.
    private ResponsePlan PlanOf(ResponsePlanVersion version)
    {
        if (version.Document is null)
        {
            return OfSettings;
        }

        if (StoredPlan.Read(version.Document) is { } plan)
        {
            return plan;
        }

        LogDamaged(version.Number);
        return OfSettings;
    }

    [LoggerMessage(LogLevel.Error, "Version {Number} of the response plan cannot be read: the settings' plan counts")]
    private partial void LogDamaged(int number);
}
