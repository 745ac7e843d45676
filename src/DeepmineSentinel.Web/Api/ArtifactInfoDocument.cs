using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Checks;

namespace DeepmineSentinel.Web.Api;

/// <summary>What is known of a run's artifact: metadata, registry and files.</summary>
internal sealed record ArtifactInfoDocument
{
    public required string Id { get; init; }

    /// <summary>Network, purpose, mine and date, for people.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands in the registry; null: not registered.</summary>
    public required ModelVersionState? State { get; init; }
    public DateTime? RegisteredAt { get; init; }
    public string? RegisteredBy { get; init; }
    public DateTime? PromotedAt { get; init; }
    public required ModelPurpose Purpose { get; init; }
    public required string Network { get; init; }
    public required long Parameters { get; init; }
    public required string Engine { get; init; }
    public required string DataHash { get; init; }
    public required bool TrainedOnSynthetic { get; init; }

    /// <summary>dated or undated; or that it learnt from case histories.</summary>
    public required string LabelScheme { get; init; }
    public required DateTime StartedAt { get; init; }
    public required DateTime TrainedAt { get; init; }

    /// <summary>Of all members together; loading the run saves it.</summary>
    public required double TrainingSeconds { get; init; }

    /// <summary>Run whose weights it started from; null: none.</summary>
    public string? ParentRunId { get; init; }
    public string? Notes { get; init; }
    public required GateVerdict Gate { get; init; }
    public required string MetricsGroup { get; init; }
    public required IReadOnlyDictionary<string, double?> Metrics { get; init; }

    /// <summary>Hyper-parameters and seed.</summary>
    public required JsonElement Options { get; init; }

    /// <summary>Stopes of each group; of case histories, cases of each source.</summary>
    public required IReadOnlyDictionary<string, int> Split { get; init; }

    /// <summary>What is odd about labels and data; empty: nothing, or a run of case histories.</summary>
    public IReadOnlyList<DataFinding> Findings { get; init; } = [];

    public required IReadOnlyList<string> Warnings { get; init; }
    public required ManifestDocument Manifest { get; init; }
    public required IReadOnlyDictionary<string, string> Links { get; init; }
}
