namespace DeepmineSentinel.Core.Stopes;

/// <summary>Dip direction in eight compass words; the value times 45 is the bearing in degrees from north.</summary>
public enum CompassDirection
{
    /// <summary>0 degrees.</summary>
    North,

    /// <summary>45 degrees.</summary>
    Northeast,

    /// <summary>90 degrees.</summary>
    East,

    /// <summary>135 degrees.</summary>
    Southeast,

    /// <summary>180 degrees.</summary>
    South,

    /// <summary>225 degrees.</summary>
    Southwest,

    /// <summary>270 degrees.</summary>
    West,

    /// <summary>315 degrees.</summary>
    Northwest,
}
