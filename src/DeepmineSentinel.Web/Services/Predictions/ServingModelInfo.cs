using DeepmineSentinel.Learning.Inference;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>What is known of a loaded version.</summary>
internal sealed record ServingModelInfo
{
    public required string RunId { get; init; }

    /// <summary>Network, purpose, mine and date, for people.</summary>
    public required string Title { get; init; }
    public required ServingRole Role { get; init; }
    public required DateTime LoadedAt { get; init; }

    /// <summary>Time that reading, checking and probing it took.</summary>
    public required TimeSpan LoadTime { get; init; }

    /// <summary>Time that training it took.</summary>
    public required TimeSpan TrainingTime { get; init; }
    public required DateTime TrainedAt { get; init; }
    public required string Network { get; init; }
    public required string Engine { get; init; }
    public required long Parameters { get; init; }
    public required ProbeResult Probe { get; init; }

    /// <summary>Whether it learnt from generated data: of a real stope it says nothing.</summary>
    public required bool TrainedOnSynthetic { get; init; }

    /// <summary>Whether the gate passed it, and what it said; null: the run is not in the registry.</summary>
    public bool? GatePassed { get; init; }
    public string GateReasons { get; init; } = "";
}
