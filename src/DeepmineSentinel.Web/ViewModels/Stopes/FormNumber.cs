using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>One field for a number with its unit and range.</summary>
public sealed record FormNumber(QuantityRange Range, string? Text, bool Required)
{
    public string Hint =>
        $"{(Range.MinimumExcluded ? "above " : "")}{Numbers.Plain(Range.Minimum)} to {Numbers.Plain(Range.Maximum)}";
}
