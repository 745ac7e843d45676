namespace DeepmineSentinel.Core.Stability;

/// <summary>Bands of equivalent linear overbreak/slough between the digitised contours.</summary>
public enum ElosBand
{
    /// <summary>Up to 0.5 m.</summary>
    UpToHalfMetre,

    /// <summary>0.5 to 1 m.</summary>
    HalfToOneMetre,

    /// <summary>1 to 2 m.</summary>
    OneToTwoMetres,

    /// <summary>More than 2 m.</summary>
    AboveTwoMetres,
}
