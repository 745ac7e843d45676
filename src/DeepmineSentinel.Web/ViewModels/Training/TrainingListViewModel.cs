using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Training;

public sealed record TrainingListViewModel
{
    /// <summary>Runs that wait or train, in the order they are taken.</summary>
    public required IReadOnlyList<TrainingProgressViewModel> Open { get; init; }

    /// <summary>One page of all runs, newest first.</summary>
    public required IReadOnlyList<TrainingRun> Runs { get; init; }

    /// <summary>Runs that were stopped and can go on.</summary>
    public required IReadOnlySet<string> Resumable { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required IReadOnlyList<Mine> Mines { get; init; }

    public required TrainingForm Form { get; init; }
}
