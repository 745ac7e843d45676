using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Evaluation.Cases;

namespace DeepmineSentinel.Learning.Runs.Cases;

/// <summary>All that a run on case histories starts from.</summary>
public sealed record CaseRunRequest
{
    /// <summary>Names the run.</summary>
    public required RunId RunId { get; init; }

    /// <summary>The cases.</summary>
    public required IReadOnlyList<CaseHistory> Cases { get; init; }

    /// <summary>What is odd in them, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>SHA-256 of the cases.</summary>
    public required string DataHash { get; init; }

    /// <summary>How it is trained and evaluated.</summary>
    public CaseEvaluationOptions Options { get; init; } = new() { Only = CaseCandidates.BesideProduct };

    /// <summary>Clock of the run.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Start of the run, UTC; null: now.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>Free text kept in the metadata; null: none.</summary>
    public string? Notes { get; init; }

    /// <summary>Whether a report for people is written.</summary>
    public bool WriteReport { get; init; } = true;
}
