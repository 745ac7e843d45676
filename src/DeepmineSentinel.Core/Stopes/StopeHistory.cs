using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Core.Stopes;

/// <summary>All that is known of one stope, as learning and prediction take it: whether it came from the database or a file.</summary>
public sealed record StopeHistory
{
    /// <summary>Key in the database; 0 where the stope was read from files.</summary>
    public int StopeId { get; init; }

    /// <summary>Name of the mine.</summary>
    public required string Mine { get; init; }

    /// <summary>Name within the mine.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the data were generated.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Rock mass, geometry and support.</summary>
    public required StopeProperties Properties { get; init; }

    /// <summary>Undated label: true stable, false not, null none.</summary>
    public bool? UndatedStability { get; init; }

    /// <summary>Readings in order of time.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>Events in order of time.</summary>
    public IReadOnlyList<OperationalEvent> Events { get; init; } = [];

    /// <summary>Dated outcomes in order of observation.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];
}
