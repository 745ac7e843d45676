using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Networks.Cases;

namespace DeepmineSentinel.Learning.Artifacts.Cases;

/// <summary>Where a model of case histories comes from, and the probe that tells whether it still answers as it did.</summary>
public sealed record CaseMetadata
{
    /// <summary>Version of the files' format.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>Names the run.</summary>
    public required string RunId { get; init; }

    /// <summary>What it answers.</summary>
    public required ModelPurpose Purpose { get; init; }

    /// <summary>Shape of every network.</summary>
    public required CaseNetworkOptions Network { get; init; }

    /// <summary>Count of trained numbers of all networks and the logit.</summary>
    public required long Parameters { get; init; }

    /// <summary>Choices and seed.</summary>
    public required CaseEvaluationOptions Options { get; init; }

    /// <summary>What was chosen on folds inside the cases, a line.</summary>
    public required string Chosen { get; init; }

    /// <summary>Engine and numerics version that trained it.</summary>
    public required EngineIdentity Engine { get; init; }

    /// <summary>SHA-256 of the cases.</summary>
    public required string DataHash { get; init; }

    /// <summary>Cases of each source.</summary>
    public required IReadOnlyDictionary<string, int> Sources { get; init; }

    /// <summary>Start of the run, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>End of training, UTC.</summary>
    public required DateTime TrainedAt { get; init; }

    /// <summary>How each network was trained.</summary>
    public required IReadOnlyList<MemberSummary> Members { get; init; }

    /// <summary>Free text; null: none.</summary>
    public string? Notes { get; init; }

    /// <summary>A few surfaces with the answers they got.</summary>
    public required CaseProbe Probe { get; init; }

    /// <summary>Everything a reader must know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
