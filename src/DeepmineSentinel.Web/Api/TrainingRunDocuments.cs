using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Api;

/// <summary>Puts together what the API says of runs.</summary>
internal sealed class TrainingRunDocuments(
    TrainingQueries runs,
    TrainingCurve curve,
    RunResumption resumption,
    TimeProvider clock
)
{
    /// <summary>A run as one of a list: without options and result.</summary>
    public async Task<TrainingRunDocument> BriefAsync(TrainingRun run, CancellationToken cancellationToken)
    {
        bool resumable = run.IsOver && await CanResumeAsync(run, cancellationToken);
        return new TrainingRunDocument
        {
            Id = run.RunId,
            Title = (await runs.TitlesAsync([run], cancellationToken))[run.RunId],
            Status = run.State,
            Stage = run.Stage,
            Network = run.Network,
            Origin = run.Origin,
            RequestedBy = run.RequestedBy,
            RequestedAt = run.RequestedAt,
            StartedAt = run.StartedAt,
            FinishedAt = run.FinishedAt,
            Progress = await ProgressAsync(run, cancellationToken),
            DataHash = run.DataHash,
            Failure = run.FailureCode is { } code ? new TrainingRunFailure(code, run.FailureMessage ?? "") : null,
            Resumable = resumable,
            Links = Links(run, resumable),
        };
    }

    /// <summary>All that is known of a run.</summary>
    public async Task<TrainingRunDocument> WholeAsync(TrainingRun run, CancellationToken cancellationToken) =>
        await BriefAsync(run, cancellationToken) with
        {
            Options = JsonElement.Parse(run.Options),
            Result = await runs.ResultAsync(run.RunId, cancellationToken) is { } result
                ? JsonElement.Parse(result)
                : null,
        };

    private async Task<bool> CanResumeAsync(TrainingRun run, CancellationToken cancellationToken) =>
        run.State != TrainingRunState.Completed
        && (await resumption.OfAsync(run.RunId, acceptNumerics: false, cancellationToken)).CanResume;

    private async Task<TrainingRunProgress> ProgressAsync(TrainingRun run, CancellationToken cancellationToken)
    {
        bool trains = run is { State: TrainingRunState.Running, Stage: TrainingStage.Training };
        TimeSpan? left = trains
            ? TrainingPace.Left(run, await curve.ReadAsync(RunId.Parse(run.RunId), cancellationToken))
            : null;
        return new TrainingRunProgress(run.Epochs, run.EpochsDone)
        {
            BestEpoch = run.BestEpoch,
            TrainingLoss = Finite(run.TrainingLoss),
            ValidationLoss = Finite(run.ValidationLoss),
            ElapsedSeconds = run.TimeAtWork(clock.GetUtcNow().UtcDateTime)?.TotalSeconds,
            SecondsLeft = left?.TotalSeconds,
        };
    }

    private static Dictionary<string, string> Links(TrainingRun run, bool resumable)
    {
        string self = $"{ApiRoutes.Root}/training-runs/{run.RunId}";
        Dictionary<string, string> links = new() { ["self"] = self, ["events"] = $"{self}/events" };
        if (!run.IsOver)
        {
            links["cancel"] = self;
        }

        if (resumable)
        {
            links["resume"] = $"{self}/resume";
        }

        if (run.State == TrainingRunState.Completed)
        {
            links["info"] = $"{ApiRoutes.Root}/artifacts/{run.RunId}/info";
            links["model"] = $"{ApiRoutes.Root}/export/{run.RunId}/model";
            links["report"] = $"{ApiRoutes.Root}/export/{run.RunId}/report";
        }

        return links;
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
