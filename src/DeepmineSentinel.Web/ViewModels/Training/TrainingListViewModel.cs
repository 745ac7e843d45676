using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Training;

public sealed record TrainingListViewModel
{
    public required IReadOnlyList<TrainingRun> Runs { get; init; }

    public required IReadOnlyList<Mine> Mines { get; init; }

    public required TrainingForm Form { get; init; }

    public required DateTime Now { get; init; }
}
