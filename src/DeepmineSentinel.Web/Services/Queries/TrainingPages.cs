using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Training;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Puts together what the training pages show.</summary>
public sealed class TrainingPages(
    TrainingQueries runs,
    StopeListQueries mines,
    TrainingCurve curve,
    PageParts parts,
    TimeProvider clock
)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<TrainingListViewModel> ListAsync(TrainingForm form, CancellationToken cancellationToken) =>
        new()
        {
            Runs = await runs.NewestAsync(cancellationToken),
            Mines = await mines.MinesAsync(cancellationToken),
            Form = form,
            Now = Now,
        };

    public async Task<TrainingRunViewModel> RunAsync(string runId, CancellationToken cancellationToken)
    {
        TrainingRun run = await runs.GetAsync(runId, cancellationToken);
        return new TrainingRunViewModel
        {
            Run = run,
            Progress = TrainingProgressViewModel.Of(run, Now),
            Losses = await parts.LoadAsync("losses", async () => await LossesAsync(run, 0, cancellationToken)),
            IsRegistered = await runs.IsRegisteredAsync(run.RunId, cancellationToken),
        };
    }

    public async Task<TrainingProgressAnswer> ProgressAsync(
        string runId,
        int after,
        CancellationToken cancellationToken
    )
    {
        TrainingRun run = await runs.GetAsync(runId, cancellationToken);
        return new TrainingProgressAnswer(
            TrainingProgressViewModel.Of(run, Now),
            await LossesAsync(run, after, cancellationToken)
        );
    }

    private Task<IReadOnlyList<LossPoint>> LossesAsync(
        TrainingRun run,
        int after,
        CancellationToken cancellationToken
    ) => curve.ReadAsync(RunId.Parse(run.RunId), after, cancellationToken);
}
