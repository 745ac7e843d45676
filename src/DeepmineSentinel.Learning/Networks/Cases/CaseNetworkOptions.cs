namespace DeepmineSentinel.Learning.Networks.Cases;

/// <summary>Shape of a <see cref="CaseNetwork"/>.</summary>
/// <param name="InputCount">F: numbers of a row.</param>
/// <param name="RisingCount">Leading numbers of which a larger one is worse.</param>
/// <param name="HiddenCount">H: units of the hidden layer.</param>
/// <param name="IsMonotone">Whether the answers may only rise with the rising numbers.</param>
public sealed record CaseNetworkOptions(int InputCount, int RisingCount, int HiddenCount, bool IsMonotone)
{
    /// <summary>Numbers whose weights may have any sign.</summary>
    public int FreeCount => IsMonotone ? InputCount - RisingCount : InputCount;

    /// <summary>Numbers whose weights are positive.</summary>
    public int PositiveCount => InputCount - FreeCount;
}
