using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>One field for a number with its unit and range.</summary>
public sealed record FormNumber(QuantityRange Range, string? Text, bool Required)
{
    public string Hint =>
        Texts.Of(Range.MinimumExcluded ? "above {0} to {1}" : "{0} to {1}", Typed(Range.Minimum), Typed(Range.Maximum));

    // What could be copied into the field: where a comma is decimal, 5.000 would be read as five.
    private static string Typed(double value) =>
        Language.Shown.IsEnglish ? Numbers.Plain(value) : value.ToString("0.####", CultureInfo.InvariantCulture);
}
