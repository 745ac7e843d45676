namespace DeepmineSentinel.Learning.Features;

/// <summary>What a range check says of a sample.</summary>
public enum RangeVerdict
{
    /// <summary>All of it lies in what training saw.</summary>
    Inside,

    /// <summary>Something lies a little beyond, or is new: the answer comes with a warning.</summary>
    Warned,

    /// <summary>Something lies far beyond: there is no answer.</summary>
    Unknown,
}
