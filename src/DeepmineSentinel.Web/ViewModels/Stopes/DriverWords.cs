using System.Globalization;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Names of features as people read them; scripts keep the short ones.</summary>
public static class DriverWords
{
    /// <summary>How many drivers are shown at once; the rest is folded away.</summary>
    public const int Shown = 8;

    private static readonly Dictionary<string, string> Labels = Known();

    public static string Label(Driver driver) => Texts.Of(Labels.GetValueOrDefault(driver.Feature, driver.Feature));

    public static string Value(Driver driver) =>
        driver.Value is { } value ? $"{Written(value)} {Texts.Of(driver.Unit)}".TrimEnd() : Texts.Of("not measured");

    // It is stored as English writes it.
    private static string Written(string value) =>
        Language.Shown.IsEnglish ? value
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number.ToString(Language.Shown.Format)
        : Category<RockType>(value)
            ?? Category<SupportType>(value)
            ?? Category<CompassDirection>(value)
            ?? Texts.Of(value);

    private static string? Category<TCategory>(string value)
        where TCategory : struct, Enum =>
        CategoryName.TryParse(value, out TCategory known) ? Words.Category(known) : null;

    private static Dictionary<string, string> Known()
    {
        Dictionary<string, string> labels = StopeQuantities
            .All.Concat(ReadingQuantities.All)
            .ToDictionary(range => range.Name, range => range.Label, StringComparer.Ordinal);
        labels["direction"] = "Dip direction";
        labels["rock_type"] = "Rock type";
        labels["support_type"] = "Support";
        labels["support_installed"] = "Support installed";
        labels["ln_hr"] = "Hydraulic radius, logarithm";
        labels["ln_q_prime"] = "Q', logarithm";
        labels["ln_n_prime"] = "Stability number N', logarithm";
        labels["isoprobability_stable"] = "Stability graph, stable";
        labels["isoprobability_not_failure"] = "Stability graph, not failing";
        return labels;
    }
}
