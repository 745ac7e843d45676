namespace DeepmineSentinel.Learning.Features;

/// <summary>What of a sample lies outside the trained range.</summary>
/// <param name="Warnings">Sentences about what lies outside, by a little or much.</param>
/// <param name="UnknownReason">Why no answer can be given; null where one can.</param>
public sealed record RangeReport(IReadOnlyList<string> Warnings, string? UnknownReason)
{
    /// <summary>Whether no answer can be given.</summary>
    public bool IsUnknown => UnknownReason is not null;
}
