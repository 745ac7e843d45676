using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Stability;

/// <summary>
/// One stope surface of a published or own collection: its rock mass on the Potvin-modified factors, its size, and what
/// became of it. It belongs to no mine of the site. Never changes; a wrong one is removed.
/// </summary>
public sealed record CaseHistory
{
    /// <summary>Longest name of a place, a surface or a source.</summary>
    public const int TextLength = 100;

    /// <summary>Largest share by which N' may differ from Q'ABC, and Q' from its parts, before it is remarked.</summary>
    public const double RoundingShare = 0.01;

    /// <summary>Joint set number, or the quotient RQD/Jn where RQD was not published; see <see cref="GivesQuotients"/>.</summary>
    public static readonly QuantityRange JointSets = new("Jn", "Joint set number Jn", "", 0, 100)
    {
        MinimumExcluded = true,
    };

    /// <summary>Joint alteration number, or the quotient Jr/Ja where Jr was not published.</summary>
    public static readonly QuantityRange JointAlteration = new("Ja", "Joint alteration Ja", "", 0, 20)
    {
        MinimumExcluded = true,
    };

    /// <summary>Modified stability number.</summary>
    public static readonly QuantityRange StabilityNumber = new("n_prime", "N'", "", 0, 20_000)
    {
        MinimumExcluded = true,
    };

    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>The place as the collection names it.</summary>
    public required string Location { get; init; }

    /// <summary>Who collected it: cases of one source resemble each other and are held out together.</summary>
    public required string Source { get; init; }

    /// <summary>The surface in the collection's words; null: not said.</summary>
    public string? Surface { get; init; }

    /// <summary>Rock quality designation, %, 0 to 100; null: not published.</summary>
    public double? RqdPercent { get; init; }

    /// <summary>Joint set number; null: not published.</summary>
    public double? JointSetNumber { get; init; }

    /// <summary>Joint roughness number; null: not published.</summary>
    public double? JointRoughnessNumber { get; init; }

    /// <summary>Joint alteration number; null: not published.</summary>
    public double? JointAlterationNumber { get; init; }

    /// <summary>Modified rock quality index Q', above 0.</summary>
    public required double QPrime { get; init; }

    /// <summary>Rock stress factor A, above 0 to 1.</summary>
    public required double FactorA { get; init; }

    /// <summary>Joint orientation factor B, above 0 to 1.</summary>
    public required double FactorB { get; init; }

    /// <summary>Gravity factor C, above 0 to 8.</summary>
    public required double FactorC { get; init; }

    /// <summary>Modified stability number N' as published, or Q'ABC where it was not; above 0.</summary>
    public required double NPrime { get; init; }

    /// <summary>Hydraulic radius of the surface, m, above 0.</summary>
    public required double HydraulicRadiusMetres { get; init; }

    /// <summary>What became of it.</summary>
    public required OutcomeClass State { get; init; }

    /// <summary>The file import that brought it; null: read from a file and not stored.</summary>
    public int? ImportBatchId { get; init; }

    /// <summary>Which surface of a stope it is.</summary>
    public SurfaceKind Kind => SurfaceNames.KindOf(Surface);

    /// <summary>N' as its own factors give it.</summary>
    public double ComputedNPrime => QPrime * FactorA * FactorB * FactorC;

    /// <summary>Whether N' is the product of its factors, but for rounding.</summary>
    public bool IsNPrimeConsistent => IsNear(NPrime, ComputedNPrime);

    /// <summary>
    /// Whether Jn and Ja are not the ratings but the quotients RQD/Jn and Jr/Ja: RQD and Jr are absent and their product is
    /// Q', as in the cases of Potvin 1988.
    /// </summary>
    public bool GivesQuotients =>
        RqdPercent is null
        && JointRoughnessNumber is null
        && JointSetNumber is { } size
        && JointAlterationNumber is { } shear
        && IsNear(QPrime, size * shear);

    /// <summary>Whether Q' agrees with the ratings it is made of, as far as they are there.</summary>
    public bool IsQPrimeConsistent =>
        RqdPercent is not { } rqd
        || JointSetNumber is not { } sets
        || JointRoughnessNumber is not { } roughness
        || JointAlterationNumber is not { } alteration
        || IsNear(QPrime, rqd / sets * roughness / alteration);

    /// <summary>The case without what became of it and where it is stored: equal for equal inputs.</summary>
    public CaseHistory InputsAlone() => this with { Id = 0, State = default, ImportBatchId = null };

    private static bool IsNear(double value, double expected) =>
        Math.Abs(value - expected) <= RoundingShare * Math.Abs(expected);
}
