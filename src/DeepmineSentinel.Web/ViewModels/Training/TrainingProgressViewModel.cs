using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.ViewModels.Training;

/// <summary>How far a run is: what a page prints and what its script asks for again.</summary>
public sealed record TrainingProgressViewModel
{
    public required string RunId { get; init; }

    /// <summary>Network, purpose, mine and when it was asked for.</summary>
    public required string Title { get; init; }

    public required string State { get; init; }

    public required string Stage { get; init; }

    public required int EpochsDone { get; init; }

    public required int Epochs { get; init; }

    /// <summary>Where the bar stands: at its end once the run completed, however few epochs it needed.</summary>
    public required int BarEpochs { get; init; }

    /// <summary>Whether the run ended because more epochs brought no gain.</summary>
    public bool StoppedEarly => IsOver && BarEpochs > EpochsDone;

    /// <summary>Time at work so far, in words; pauses between a stop and a resumption are left out.</summary>
    public required string Elapsed { get; init; }

    /// <summary>Time left of the epochs, in words; empty where it cannot be said.</summary>
    public required string Left { get; init; }

    public double? TrainingLoss { get; init; }

    public double? ValidationLoss { get; init; }

    public int? BestEpoch { get; init; }

    public required bool IsOver { get; init; }

    /// <summary>Whether the run's id and title are shown: not where the page is the run's own.</summary>
    public bool IsNamed { get; init; }

    /// <param name="run">The run.</param>
    /// <param name="now">Present moment, UTC.</param>
    /// <param name="left">Time left by the run's own pace; null: guessed from the time so far.</param>
    public static TrainingProgressViewModel Of(TrainingRun run, DateTime now, TimeSpan? left = null)
    {
        TimeSpan? worked = run.TimeAtWork(now);
        bool guess = !run.IsOver && run.Stage == TrainingStage.Training && run.EpochsDone > 0;
        return new TrainingProgressViewModel
        {
            RunId = run.RunId,
            Title = AskedTitle.Of(run),
            State = Words.Of(run.State),
            Stage = Words.Of(run.Stage),
            EpochsDone = run.EpochsDone,
            Epochs = run.Epochs,
            BarEpochs = run.State == TrainingRunState.Completed ? run.Epochs : run.EpochsDone,
            Elapsed = worked is { } time ? Clock.Length(time) : Texts.Of("not started"),
            Left =
                guess && (left ?? worked / run.EpochsDone * (run.Epochs - run.EpochsDone)) is { } rest
                    ? Clock.Length(rest)
                    : "",
            TrainingLoss = Finite(run.TrainingLoss),
            ValidationLoss = Finite(run.ValidationLoss),
            BestEpoch = run.BestEpoch,
            IsOver = run.IsOver,
        };
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
