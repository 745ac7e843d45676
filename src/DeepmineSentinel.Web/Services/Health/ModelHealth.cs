using DeepmineSentinel.Learning.Inference;

namespace DeepmineSentinel.Web.Services.Health;

/// <summary>What answers, whether it can be trusted and how old it is. Nulls: nothing is loaded.</summary>
public sealed record ModelHealth
{
    public required HealthState Status { get; init; }
    public required string Detail { get; init; }

    /// <summary>production, previous, candidate or fallback.</summary>
    public required string Serving { get; init; }
    public string? RunId { get; init; }

    /// <summary>Network, purpose, mine and date of the run, for people.</summary>
    public string? Title { get; init; }
    public required bool Loaded { get; init; }
    public DateTime? LoadedAt { get; init; }
    public DateTime? TrainedAt { get; init; }
    public double? AgeDays { get; init; }
    public string? Network { get; init; }
    public string? Engine { get; init; }
    public long? Parameters { get; init; }
    public bool? ChecksumValid { get; init; }
    public ProbeResult? Probe { get; init; }

    /// <summary>Whether it learnt from generated data; of real stopes it then answers unknown.</summary>
    public bool? TrainedOnSynthetic { get; init; }
}
