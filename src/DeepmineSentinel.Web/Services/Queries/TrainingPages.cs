using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Stopes;
using DeepmineSentinel.Web.Services.Training;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Training;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Puts together what the training pages show.</summary>
public sealed class TrainingPages(
    TrainingQueries runs,
    StopeListQueries mines,
    TrainingCurve curve,
    RunResumption resumption,
    OutcomeReviewService reviews,
    PageParts parts
)
{
    private const int PageSize = 50;

    public async Task<TrainingListViewModel> ListAsync(TrainingForm form, int page, CancellationToken cancellationToken)
    {
        (_, int total) = await runs.PageAsync(1, 1, null, cancellationToken);
        int pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        int shown = Math.Clamp(page, 1, pages);
        (IReadOnlyList<TrainingRun> listed, _) = await runs.PageAsync(shown, PageSize, null, cancellationToken);
        return new TrainingListViewModel
        {
            Open = await OpenAsync(cancellationToken),
            Runs = listed,
            Titles = await runs.TitlesAsync(listed, cancellationToken),
            Resumable = await ResumableAsync(listed, cancellationToken),
            Page = shown,
            Pages = pages,
            Mines = await mines.MinesAsync(cancellationToken),
            WaitingOutcomes = await reviews.WaitingAsync(cancellationToken),
            Form = form,
        };
    }

    public async Task<TrainingRunViewModel> RunAsync(string runId, CancellationToken cancellationToken)
    {
        TrainingRun run = await runs.GetAsync(runId, cancellationToken);
        PagePart<IReadOnlyList<LossPoint>> losses = await parts.LoadAsync(
            "losses",
            async () => await curve.ReadAsync(RunId.Parse(run.RunId), cancellationToken)
        );
        return new TrainingRunViewModel
        {
            Run = run,
            Title = (await runs.TitlesAsync([run], cancellationToken))[run.RunId],
            Progress = runs.ProgressOf(run, losses.Value ?? []),
            Losses = losses,
            IsRegistered = await runs.IsRegisteredAsync(run.RunId, cancellationToken),
            Resumption =
                run.IsOver && run.State != TrainingRunState.Completed
                    ? await resumption.OfAsync(run.RunId, acceptNumerics: false, cancellationToken)
                    : null,
        };
    }

    private async Task<IReadOnlyList<TrainingProgressViewModel>> OpenAsync(CancellationToken cancellationToken)
    {
        List<TrainingProgressViewModel> open = [];
        foreach (TrainingRun run in await runs.OpenAsync(cancellationToken))
        {
            open.Add(runs.ProgressOf(run, await curve.ReadAsync(RunId.Parse(run.RunId), cancellationToken)));
        }

        return open;
    }

    private async Task<IReadOnlySet<string>> ResumableAsync(
        IReadOnlyList<TrainingRun> listed,
        CancellationToken cancellationToken
    )
    {
        HashSet<string> resumable = [];
        foreach (TrainingRun run in listed.Where(run => run.IsOver && run.State != TrainingRunState.Completed))
        {
            if ((await resumption.OfAsync(run.RunId, acceptNumerics: false, cancellationToken)).CanResume)
            {
                resumable.Add(run.RunId);
            }
        }

        return resumable;
    }
}
