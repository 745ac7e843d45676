using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Features;

/// <summary>
/// The numbers of a stope, in the order of inputs: the sixteen of the data dictionary, then ln HR, ln Q', ln N' and the two
/// isoprobability log-odds, which the published curves say matter and a small data set could not find by itself.
/// </summary>
internal static class StaticNumbers
{
    public static IReadOnlyList<StaticNumber> All { get; } = [.. Measured(), .. Derived()];

    private static IEnumerable<StaticNumber> Measured() =>
        StopeQuantities.All.Select(
            (range, i) =>
                new StaticNumber(
                    range.Name,
                    range.Unit,
                    false,
                    (properties, _) => properties.Quantities().ElementAt(i).Value
                )
        );

    private static IEnumerable<StaticNumber> Derived() =>
        [
            new("ln_hr", "", true, (properties, _) => Math.Log(properties.HydraulicRadiusMetres)),
            new("ln_q_prime", "", true, (_, stability) => Ln(stability.QPrime)),
            new("ln_n_prime", "", true, (_, stability) => Ln(stability.NPrime)),
            new(
                "isoprobability_stable",
                "log-odds",
                true,
                (properties, stability) =>
                    stability.NPrime is { } n ? Isoprobability.StableLogit(properties.HydraulicRadiusMetres, n) : null
            ),
            new(
                "isoprobability_not_failure",
                "log-odds",
                true,
                (properties, stability) =>
                    stability.NPrime is { } n
                        ? Isoprobability.NotFailureLogit(properties.HydraulicRadiusMetres, n)
                        : null
            ),
        ];

    private static double? Ln(double? value) => value > 0 ? Math.Log(value.Value) : null;
}
