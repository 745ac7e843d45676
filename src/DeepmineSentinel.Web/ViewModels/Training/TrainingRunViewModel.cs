using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Training;

public sealed record TrainingRunViewModel
{
    public required TrainingRun Run { get; init; }

    public required TrainingProgressViewModel Progress { get; init; }

    public required PagePart<IReadOnlyList<LossPoint>> Losses { get; init; }

    /// <summary>Whether a model of this run is registered.</summary>
    public required bool IsRegistered { get; init; }
}
