using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>What people do to the response plan. Every edit is a version of its own; none is ever changed (docs/decisions/118).</summary>
public sealed class ResponsePlanService(
    IDbContextFactory<SentinelDbContext> contexts,
    ResponsePlans plans,
    CurrentOperator who,
    TimeProvider clock
)
{
    /// <summary>Code of the failure that somebody else changed the plan since it was looked at.</summary>
    public const string ChangedCode = "plan_changed";

    /// <summary>Writes the next version. The same edit sent twice is one version; one that changes nothing is none.</summary>
    /// <param name="seen">Number of the version that was looked at; 0: none.</param>
    /// <param name="plan">The plan; null: from here on the settings' plan counts.</param>
    /// <param name="reason">Why; null: not said.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SentinelException">Somebody else changed the plan since, or the reason is too long.</exception>
    public async Task SaveAsync(int seen, ResponsePlan? plan, string? reason, CancellationToken cancellationToken)
    {
        string? why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (why?.Length > ResponsePlanVersion.ReasonLength)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "reason_too_long",
                $"The reason has at most {ResponsePlanVersion.ReasonLength} characters."
            );
        }

        string? document = plan is null ? null : StoredPlan.Write(plan);
        PlanInForce now = await plans.CurrentAsync(cancellationToken);
        if (now.Number != seen)
        {
            RefuseUnlessSame(now, document);
            return;
        }

        bool nothing = document is null ? !now.IsEdited : document == StoredPlan.Write(now.Plan);
        if (!nothing)
        {
            await AddAsync(seen + 1, document, why, cancellationToken);
        }
    }

    private async Task AddAsync(int number, string? document, string? reason, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ResponsePlanVersions.Add(
            new ResponsePlanVersion
            {
                Number = number,
                Document = document,
                By = who.Name,
                At = clock.GetUtcNow().UtcDateTime,
                Reason = reason,
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failed) when (DatabaseFailure.Explain(failed) is { Code: "duplicate" })
        {
            // Another person, or the same form, was faster by a moment.
            RefuseUnlessSame(await plans.CurrentAsync(cancellationToken), document);
        }
    }

    private void RefuseUnlessSame(PlanInForce now, string? document)
    {
        if (now.Last is not { } last || last.Document != document || last.By != who.Name)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                ChangedCode,
                "Somebody else changed the plan since you opened the form. Compare with what counts now, below; saving again replaces it."
            );
        }
    }
}
