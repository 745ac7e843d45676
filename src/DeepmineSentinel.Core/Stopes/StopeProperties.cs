namespace DeepmineSentinel.Core.Stopes;

/// <summary>What is known of a stope's rock mass, geometry and support. Ranges: <see cref="StopeQuantities"/>.</summary>
public sealed record StopeProperties
{
    /// <summary>Rock quality designation, %.</summary>
    public required double RqdPercent { get; init; }

    /// <summary>Hydraulic radius, m.</summary>
    public required double HydraulicRadiusMetres { get; init; }

    /// <summary>Depth below surface, m.</summary>
    public required double DepthMetres { get; init; }

    /// <summary>Dip, degrees from horizontal.</summary>
    public required double DipDegrees { get; init; }

    /// <summary>Dip direction.</summary>
    public required CompassDirection Direction { get; init; }

    /// <summary>Width of the undercut, m.</summary>
    public required double UndercutWidthMetres { get; init; }

    /// <summary>Rock type.</summary>
    public required RockType RockType { get; init; }

    /// <summary>Support type.</summary>
    public required SupportType SupportType { get; init; }

    /// <summary>Support density, no unit; 0 with <see cref="Stopes.SupportType.None"/>.</summary>
    public required double SupportDensity { get; init; }

    /// <summary>Whether the support stands already.</summary>
    public required bool SupportInstalled { get; init; }

    /// <summary>Joint set number; null: not mapped.</summary>
    public double? JointSetNumber { get; init; }

    /// <summary>Joint roughness number; null: not mapped.</summary>
    public double? JointRoughnessNumber { get; init; }

    /// <summary>Joint alteration number; null: not mapped.</summary>
    public double? JointAlterationNumber { get; init; }

    /// <summary>Q' as given; null: not given.</summary>
    public double? QPrime { get; init; }

    /// <summary>Uniaxial compressive strength, MPa; null: not measured.</summary>
    public double? UcsMegapascals { get; init; }

    /// <summary>Induced compressive stress, MPa; null: not modelled.</summary>
    public double? InducedStressMegapascals { get; init; }

    /// <summary>Angle between critical joint and surface, degrees; null: not mapped.</summary>
    public double? JointAngleDegrees { get; init; }

    /// <summary>Rock stress factor A as given; null: not given.</summary>
    public double? FactorA { get; init; }

    /// <summary>Joint orientation factor B as given; null: not given.</summary>
    public double? FactorB { get; init; }

    /// <summary>Gravity factor C as given; null: not given.</summary>
    public double? FactorC { get; init; }

    /// <summary>Every number with its range, in the order of the file's columns.</summary>
    public IEnumerable<(QuantityRange Range, double? Value)> Quantities()
    {
        yield return (StopeQuantities.Rqd, RqdPercent);
        yield return (StopeQuantities.HydraulicRadius, HydraulicRadiusMetres);
        yield return (StopeQuantities.Depth, DepthMetres);
        yield return (StopeQuantities.Dip, DipDegrees);
        yield return (StopeQuantities.UndercutWidth, UndercutWidthMetres);
        yield return (StopeQuantities.SupportDensity, SupportDensity);
        yield return (StopeQuantities.JointSetNumber, JointSetNumber);
        yield return (StopeQuantities.JointRoughness, JointRoughnessNumber);
        yield return (StopeQuantities.JointAlteration, JointAlterationNumber);
        yield return (StopeQuantities.QPrime, QPrime);
        yield return (StopeQuantities.Ucs, UcsMegapascals);
        yield return (StopeQuantities.InducedStress, InducedStressMegapascals);
        yield return (StopeQuantities.JointAngle, JointAngleDegrees);
        yield return (StopeQuantities.FactorA, FactorA);
        yield return (StopeQuantities.FactorB, FactorB);
        yield return (StopeQuantities.FactorC, FactorC);
    }

    /// <summary>Everything that is out of range or contradictory; empty when the stope can be kept.</summary>
    public IEnumerable<FieldProblem> Problems()
    {
        foreach ((QuantityRange range, double? value) in Quantities())
        {
            if (value is { } number && !range.Contains(number))
            {
                yield return new FieldProblem(range.Name, range.Allowed);
            }
        }

        if (SupportType == SupportType.None && SupportDensity > 0)
        {
            yield return new FieldProblem(StopeQuantities.SupportDensity.Name, "must be 0 where support_type is None");
        }
    }
}
