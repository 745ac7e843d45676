using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.ViewModels.Training;

public sealed record TrainingRunViewModel
{
    public required TrainingRun Run { get; init; }

    /// <summary>Network, purpose, mine and date.</summary>
    public required string Title { get; init; }

    public required TrainingProgressViewModel Progress { get; init; }

    public required PagePart<IReadOnlyList<LossPoint>> Losses { get; init; }

    /// <summary>
    /// Losses of a run that is over as JSON, training and validation of every epoch, drawn without asking again; null: an open
    /// run is followed.
    /// </summary>
    public string? Drawn =>
        Run.IsOver && Losses.Value is { } points
            ? JsonSerializer.Serialize(points.Select(point => new[] { point.TrainingLoss, point.ValidationLoss }))
            : null;

    /// <summary>Whether a model of this run is registered.</summary>
    public required bool IsRegistered { get; init; }

    /// <summary>Whether and from where it can go on; null: it is open or completed.</summary>
    public required RunResumability? Resumption { get; init; }
}
