using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Takes runs that people ask for: refuses at once what could not be trained, and what would wait too long.</summary>
public sealed class TrainingIntake(
    TrainingService training,
    TrainingOptionsCheck check,
    IDbContextFactory<SentinelDbContext> contexts,
    IOptions<TrainingServiceOptions> settings,
    CurrentOperator person
)
{
    /// <summary>Queues a run.</summary>
    /// <exception cref="FieldsRejectedException">Options cannot be used; all of them are named.</exception>
    /// <exception cref="SentinelException"><c>queue_full</c>: too many runs wait.</exception>
    public async Task<TrainingRun> SubmitAsync(TrainModelOptions options, CancellationToken cancellationToken)
    {
        IReadOnlyList<FieldProblem> problems = await check.ProblemsAsync(options, cancellationToken);
        if (problems.Count > 0)
        {
            throw new FieldsRejectedException(TrainingOptionsCheck.Code, problems);
        }

        await RequireRoomAsync(cancellationToken);
        return await training.QueueAsync(options, TrainingOrigin.Site, person.Name, cancellationToken);
    }

    private async Task RequireRoomAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        int waiting = await context.TrainingRuns.CountAsync(
            run => run.State == TrainingRunState.Queued,
            cancellationToken
        );
        if (waiting >= settings.Value.QueueLimit)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "queue_full",
                $"{waiting} runs wait already, which is as many as Training:QueueLimit allows; cancel some or wait."
            );
        }
    }
}
