using System.Collections.Immutable;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>What is known of a stope while it is entered, by a form or by the API: anything may still be missing.</summary>
public sealed record StopeDraft
{
    /// <summary>Numbers that a stope cannot do without.</summary>
    public static IReadOnlyList<QuantityRange> Required { get; } =
    [
        StopeQuantities.Rqd,
        StopeQuantities.HydraulicRadius,
        StopeQuantities.Depth,
        StopeQuantities.Dip,
        StopeQuantities.UndercutWidth,
        StopeQuantities.SupportDensity,
    ];

    /// <summary>Numbers that may be unknown.</summary>
    public static IReadOnlyList<QuantityRange> Optional { get; } = [.. StopeQuantities.All.Except(Required)];

    public CompassDirection? Direction { get; init; }

    public RockType? RockType { get; init; }

    public SupportType? SupportType { get; init; }

    public bool? SupportInstalled { get; init; }

    /// <summary>Numbers by the names of their ranges.</summary>
    public ImmutableDictionary<string, double?> Numbers { get; init; } = ImmutableDictionary<string, double?>.Empty;

    public static StopeDraft Of(StopeProperties properties) =>
        new()
        {
            Direction = properties.Direction,
            RockType = properties.RockType,
            SupportType = properties.SupportType,
            SupportInstalled = properties.SupportInstalled,
            Numbers = properties.Quantities().ToImmutableDictionary(pair => pair.Range.Name, pair => pair.Value),
        };

    /// <summary>A number; null: not known.</summary>
    public double? Number(QuantityRange range) => Numbers.GetValueOrDefault(range.Name);

    /// <summary>The whole; nothing that is required may be missing.</summary>
    public StopeProperties ToProperties() =>
        new()
        {
            RqdPercent = Number(StopeQuantities.Rqd)!.Value,
            HydraulicRadiusMetres = Number(StopeQuantities.HydraulicRadius)!.Value,
            DepthMetres = Number(StopeQuantities.Depth)!.Value,
            DipDegrees = Number(StopeQuantities.Dip)!.Value,
            Direction = Direction!.Value,
            UndercutWidthMetres = Number(StopeQuantities.UndercutWidth)!.Value,
            RockType = RockType!.Value,
            SupportType = SupportType!.Value,
            SupportDensity = Number(StopeQuantities.SupportDensity)!.Value,
            SupportInstalled = SupportInstalled!.Value,
            JointSetNumber = Number(StopeQuantities.JointSetNumber),
            JointRoughnessNumber = Number(StopeQuantities.JointRoughness),
            JointAlterationNumber = Number(StopeQuantities.JointAlteration),
            QPrime = Number(StopeQuantities.QPrime),
            UcsMegapascals = Number(StopeQuantities.Ucs),
            InducedStressMegapascals = Number(StopeQuantities.InducedStress),
            JointAngleDegrees = Number(StopeQuantities.JointAngle),
            FactorA = Number(StopeQuantities.FactorA),
            FactorB = Number(StopeQuantities.FactorB),
            FactorC = Number(StopeQuantities.FactorC),
        };
}
