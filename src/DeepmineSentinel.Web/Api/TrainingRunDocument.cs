using System.Text.Json;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Api;

/// <summary>A training run as scripts read it.</summary>
internal sealed record TrainingRunDocument
{
    public required string Id { get; init; }

    /// <summary>Network, purpose, mine and date, for people.</summary>
    public required string Title { get; init; }
    public required TrainingRunState Status { get; init; }
    public required TrainingStage Stage { get; init; }
    public required string Network { get; init; }
    public required TrainingOrigin Origin { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTime RequestedAt { get; init; }
    public DateTime? StartedAt { get; init; }
    public DateTime? FinishedAt { get; init; }
    public required TrainingRunProgress Progress { get; init; }

    /// <summary>SHA-256 of the data; null: not read yet.</summary>
    public string? DataHash { get; init; }

    /// <summary>Null: it did not fail.</summary>
    public TrainingRunFailure? Failure { get; init; }

    /// <summary>Whether it was stopped and can go on from a checkpoint.</summary>
    public required bool Resumable { get; init; }

    /// <summary>Options of the run.</summary>
    public JsonElement? Options { get; init; }

    /// <summary>The training result of docs/training-service.md; null: not completed, or a list.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Addresses of what there is to ask or do.</summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }
}
