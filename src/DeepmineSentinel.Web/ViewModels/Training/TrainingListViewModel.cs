using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Training;

public sealed record TrainingListViewModel
{
    /// <summary>Runs that wait or train, in the order they are taken.</summary>
    public required IReadOnlyList<TrainingProgressViewModel> Open { get; init; }

    /// <summary>One page of all runs, newest first.</summary>
    public required IReadOnlyList<TrainingRun> Runs { get; init; }

    /// <summary>Network, purpose, mine and date by run id, of every run above.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Runs that were stopped and can go on.</summary>
    public required IReadOnlySet<string> Resumable { get; init; }

    /// <summary>Runs of this page that lost their process and can go on.</summary>
    public int Interrupted =>
        Runs.Count(run => run.State == TrainingRunState.Interrupted && Resumable.Contains(run.RunId));

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required IReadOnlyList<Mine> Mines { get; init; }

    /// <summary>Outcomes entered by hand that no run learns from, as nobody has reviewed them.</summary>
    public required int WaitingOutcomes { get; init; }

    public required TrainingForm Form { get; init; }
}
