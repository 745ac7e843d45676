using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>A number that a person typed: with a decimal point, whatever the language of the page.</summary>
public static class TypedNumber
{
    /// <summary>Reads it by the range that files go by.</summary>
    /// <param name="text">As typed; empty: nothing was.</param>
    /// <param name="range">What is allowed.</param>
    /// <param name="value">The number; null where nothing was typed.</param>
    /// <returns>What is wrong, as the end of a sentence; null: nothing.</returns>
    public static string? Read(string? text, QuantityRange range, out double? value)
    {
        value = null;
        string trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0)
        {
            return null;
        }

        if (
            double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && range.Contains(number)
        )
        {
            value = number;
            return null;
        }

        return trimmed.Contains(',', StringComparison.Ordinal)
            ? Texts.Of("is not a number here: write decimals with a point")
            : QuantityWords.Allowed(range);
    }
}
