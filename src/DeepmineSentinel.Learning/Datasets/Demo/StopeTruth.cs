namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>What the generator knows of a stope and nobody else.</summary>
public sealed record StopeTruth
{
    /// <summary>Name of the stope.</summary>
    public required string Name { get; init; }

    /// <summary>Moment that all days are counted from, UTC.</summary>
    public required DateTime Start { get; init; }

    /// <summary>Hazard of a trigger at no exposure and without blasts, a day.</summary>
    public required double HazardPerDay { get; init; }

    /// <summary>Days that the stope stood open before the start.</summary>
    public required double ExposureDaysAtStart { get; init; }

    /// <summary>Latent ELOS at the start, m.</summary>
    public required double ElosMetres { get; init; }

    /// <summary>Blasts, in order of time.</summary>
    public required IReadOnlyList<DemoBlast> Blasts { get; init; }

    /// <summary>Expected PPV of all blasts of a day together, mm/s.</summary>
    public required double ExpectedPpvPerDay { get; init; }

    /// <summary>Onsets, in order of time.</summary>
    public IReadOnlyList<DemoOnset> Onsets { get; init; } = [];

    /// <summary>Day of the failure; null: none was drawn within the series.</summary>
    public double? FailureDay { get; init; }

    /// <summary>Whether the failure came without an onset; false where there is no failure.</summary>
    public bool WithoutWarning { get; init; }

    /// <summary>Chance that a trigger is a failure without warning.</summary>
    public required double SuddenChance { get; init; }

    /// <summary>When the stope failed, UTC; null: not within the series.</summary>
    public DateTime? FailedAt => FailureDay is { } day ? Start.AddDays(day) : null;
}
