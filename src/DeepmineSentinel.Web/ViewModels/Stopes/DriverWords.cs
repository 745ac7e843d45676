using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Names of features as people read them; scripts keep the short ones.</summary>
public static class DriverWords
{
    /// <summary>How many drivers are shown at once; the rest is folded away.</summary>
    public const int Shown = 8;

    private static readonly Dictionary<string, string> Labels = Known();

    public static string Label(Driver driver) => Labels.GetValueOrDefault(driver.Feature, driver.Feature);

    public static string Value(Driver driver) =>
        driver.Value is { } value ? $"{value} {driver.Unit}".TrimEnd() : "not measured";

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
