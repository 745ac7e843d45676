using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>Where a model comes from, and the probe that tells whether it still answers as it did.</summary>
public sealed record ModelMetadata
{
    /// <summary>Version of the files' format that this code writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the files' format.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>Names the run.</summary>
    public required string RunId { get; init; }

    /// <summary>What it answers.</summary>
    public required ModelPurpose Purpose { get; init; }

    /// <summary>Shape of the network.</summary>
    public required NetworkOptions Network { get; init; }

    /// <summary>Count of trained numbers of all members.</summary>
    public required long Parameters { get; init; }

    /// <summary>Hyper-parameters and seed.</summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>Engine and numerics version that trained it.</summary>
    public required EngineIdentity Engine { get; init; }

    /// <summary>SHA-256 of the data.</summary>
    public required string DataHash { get; init; }

    /// <summary>Whether the data were generated.</summary>
    public required bool TrainedOnSynthetic { get; init; }

    /// <summary>Labels learnt: dated or undated.</summary>
    public required string LabelScheme { get; init; }

    /// <summary>Names of the mines it learnt from, sorted; empty in older runs, whose split tells them.</summary>
    public IReadOnlyList<string> Mines { get; init; } = [];

    /// <summary>Stopes by group.</summary>
    public required SplitNames Split { get; init; }

    /// <summary>Start of the run, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>End of training, UTC.</summary>
    public required DateTime TrainedAt { get; init; }

    /// <summary>How each member was trained.</summary>
    public required IReadOnlyList<MemberSummary> Members { get; init; }

    /// <summary>Run that this one went on from; null: none.</summary>
    public string? ParentRunId { get; init; }

    /// <summary>Free text; null: none.</summary>
    public string? Notes { get; init; }

    /// <summary>A few inputs with the answers they got.</summary>
    public required ProbeRecord Probe { get; init; }

    /// <summary>Everything a reader must know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
