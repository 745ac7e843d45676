namespace DeepmineSentinel.Core.Stopes;

/// <summary>
/// Every number that describes a stope, with unit and range. Physical limits (RQD, dip, depth) are definitions; the
/// others are generous bounds that only catch wrong units and typing errors.
/// </summary>
public static class StopeQuantities
{
    /// <summary>Rock quality designation (Deere 1964).</summary>
    public static readonly QuantityRange Rqd = new("rqd", "RQD", "%", 0, 100);

    /// <summary>Hydraulic radius, area over perimeter of the surface.</summary>
    public static readonly QuantityRange HydraulicRadius = new("hr", "Hydraulic radius", "m", 0, 200)
    {
        MinimumExcluded = true,
    };

    /// <summary>Depth below surface.</summary>
    public static readonly QuantityRange Depth = new("depth", "Depth", "m", 0, 5_000);

    /// <summary>Dip of the stope.</summary>
    public static readonly QuantityRange Dip = new("dip", "Dip", "degrees", 0, 90);

    /// <summary>Width of the undercut.</summary>
    public static readonly QuantityRange UndercutWidth = new("undercut_wdt", "Undercut width", "m", 0, 200)
    {
        MinimumExcluded = true,
    };

    /// <summary>Support density; the prototype's data give it no unit.</summary>
    public static readonly QuantityRange SupportDensity = new("support_density", "Support density", "", 0, 20);

    /// <summary>Joint set number (Barton).</summary>
    public static readonly QuantityRange JointSetNumber = new("Jn", "Joint set number Jn", "", 0.5, 20);

    /// <summary>Joint roughness number (Barton).</summary>
    public static readonly QuantityRange JointRoughness = new("Jr", "Joint roughness Jr", "", 0.5, 5);

    /// <summary>Joint alteration number (Barton).</summary>
    public static readonly QuantityRange JointAlteration = new("Ja", "Joint alteration Ja", "", 0.75, 20);

    /// <summary>Modified rock quality index Q' = RQD/Jn x Jr/Ja.</summary>
    public static readonly QuantityRange QPrime = new("q_prime", "Q'", "", 0, 2_000) { MinimumExcluded = true };

    /// <summary>Uniaxial compressive strength.</summary>
    public static readonly QuantityRange Ucs = new("ucs_mpa", "UCS", "MPa", 0, 1_000) { MinimumExcluded = true };

    /// <summary>Induced compressive stress; negative is tension.</summary>
    public static readonly QuantityRange InducedStress = new(
        "induced_stress_mpa",
        "Induced stress",
        "MPa",
        -200,
        1_000
    );

    /// <summary>Angle between critical joint and surface.</summary>
    public static readonly QuantityRange JointAngle = new("joint_angle_deg", "Joint angle", "degrees", 0, 90);

    /// <summary>Rock stress factor A.</summary>
    public static readonly QuantityRange FactorA = new("A", "Stress factor A", "", 0, 1) { MinimumExcluded = true };

    /// <summary>Joint orientation factor B.</summary>
    public static readonly QuantityRange FactorB = new("B", "Joint factor B", "", 0, 1) { MinimumExcluded = true };

    /// <summary>Gravity factor C.</summary>
    public static readonly QuantityRange FactorC = new("C", "Gravity factor C", "", 0, 8) { MinimumExcluded = true };

    /// <summary>All of them in the order of the file's columns, which is <see cref="StopeProperties.Quantities"/>'.</summary>
    public static IReadOnlyList<QuantityRange> All { get; } =
    [
        Rqd,
        HydraulicRadius,
        Depth,
        Dip,
        UndercutWidth,
        SupportDensity,
        JointSetNumber,
        JointRoughness,
        JointAlteration,
        QPrime,
        Ucs,
        InducedStress,
        JointAngle,
        FactorA,
        FactorB,
        FactorC,
    ];
}
