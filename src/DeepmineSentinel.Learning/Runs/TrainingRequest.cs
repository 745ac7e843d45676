using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>All that a run starts from.</summary>
public sealed record TrainingRequest
{
    /// <summary>Names the run.</summary>
    public required RunId RunId { get; init; }

    /// <summary>Stopes with their histories.</summary>
    public required MineDataset Data { get; init; }

    /// <summary>All choices.</summary>
    public TrainingOptions Options { get; init; } = new();

    /// <summary>What the model will answer.</summary>
    public ModelPurpose Purpose { get; init; } = ModelPurpose.Stope;

    /// <summary>Clock of the run.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Start of the run, UTC; null: now. A resumed run keeps the first one.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>Where this very run was stopped; null: it begins.</summary>
    public ResumePoint? Resume { get; init; }

    /// <summary>Another run whose weights this one starts from; null: random ones.</summary>
    public ParentModel? Parent { get; init; }

    /// <summary>Free text kept in the metadata; null: none.</summary>
    public string? Notes { get; init; }

    /// <summary>What there was and is not in the data, a sentence each; it stands among the warnings of the result.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>A trial that has been trained with these very options, so that only the rest is left; null: train.</summary>
    public TrainedTrial? Trained { get; init; }

    /// <summary>Search that this run is the best of; null: none.</summary>
    public SearchSummary? Search { get; init; }

    /// <summary>Whether a report for people is written.</summary>
    public bool WriteReport { get; init; } = true;

    /// <summary>Whether the curves are written as files of their own.</summary>
    public bool WritePlots { get; init; }
}
