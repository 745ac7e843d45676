namespace DeepmineSentinel.Learning.Features;

/// <summary>What is done to a number before it is standardised.</summary>
public enum NumberTransform
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>sign(x) ln(1 + |x| / knee): for values over several powers of ten, of either sign.</summary>
    SignedLog,
}
