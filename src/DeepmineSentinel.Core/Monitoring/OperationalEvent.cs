using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Monitoring;

/// <summary>Something that happened near a stope; overlaid on charts, not an input of the network.</summary>
public sealed record OperationalEvent
{
    /// <summary>Longest note.</summary>
    public const int NotesLength = 1_000;

    /// <summary>Range of a blast's charge.</summary>
    public static readonly QuantityRange Charge = new("charge_kg", "Charge", "kg", 0, 1_000_000);

    /// <summary>Range of a blast's distance.</summary>
    public static readonly QuantityRange Distance = new("distance_m", "Distance", "m", 0, 100_000);

    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>Stope it belongs to; 0 where it was read from a file.</summary>
    public int StopeId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTime Timestamp { get; init; }

    /// <summary>What happened.</summary>
    public required EventType Type { get; init; }

    /// <summary>Charge of a blast, kg; null: not a blast or not known.</summary>
    public double? ChargeKilograms { get; init; }

    /// <summary>Distance of a blast, m; null: not a blast or not known.</summary>
    public double? DistanceMetres { get; init; }

    /// <summary>Free text; null: none.</summary>
    public string? Notes { get; init; }

    /// <summary>The file import that brought it; null: entered by hand.</summary>
    public int? ImportBatchId { get; init; }
}
