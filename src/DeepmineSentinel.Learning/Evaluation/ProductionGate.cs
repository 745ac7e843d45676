using System.Globalization;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>
/// Judges a run beside the one in production, on the held-out samples that both answered: not clearly worse, and no more
/// failures called stable.
/// </summary>
public static class ProductionGate
{
    private static readonly (string Name, string Words)[] Losses =
    [
        ("log_loss", "Log-loss"),
        ("log_loss_7d", "7-day forecast: log-loss"),
    ];

    /// <summary>Judges.</summary>
    /// <param name="production">What the run in production said of the stopes it never saw.</param>
    /// <param name="candidate">The same of the run to be judged.</param>
    public static GateVerdict Judge(HeldOutPredictions production, HeldOutPredictions candidate)
    {
        PairedComparison compared = PairedComparison.Of([production, candidate]);
        if (compared.Stopes < PairedComparison.FewestStopes || compared.Metrics.Count == 0)
        {
            string why =
                compared.Metrics.Count == 0
                    ? string.Join(' ', compared.Notes)
                    : $"only {Number(compared.Stopes)} held-out stopes are shared.";
            return new GateVerdict(false, false, [$"Not judged beside production, so a person decides: {why}"]);
        }

        List<string> reasons = [];
        bool passed = true;
        foreach ((string name, string words) in Losses)
        {
            // Without a failure a forecast is the better the less it warns: that is nothing to judge by.
            bool isForecast = name != Losses[0].Name;
            if (isForecast && compared.Metric("auc_7d")?.Values[0].Value is null)
            {
                continue;
            }

            if (compared.Metric(name)?.Values[1] is { Difference: { } difference, Lower: { } lower, Upper: { } upper })
            {
                passed &= lower <= 0;
                reasons.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{words} minus that of production is {difference:+0.0000;-0.0000;0.0000}, 95 % interval {lower:+0.0000;-0.0000;0.0000} to {upper:+0.0000;-0.0000;0.0000}: {(lower <= 0 ? "not clearly worse" : "clearly worse")}."
                    )
                );
            }
        }

        if (compared.Metric(ConditionComparison.CalledStable) is { } called)
        {
            passed &= called.Values[1].Value <= called.Values[0].Value;
            reasons.Add(
                $"Samples of the worst class called stable: {Number(called.Values[1].Value)}, by production {Number(called.Values[0].Value)}."
            );
        }

        reasons.Add(
            $"Beside production on {Number(compared.Samples)} samples of {Number(compared.Stopes)} stopes that neither saw."
        );
        return reasons.Count == 1
            ? new GateVerdict(false, false, ["Not judged beside production, so a person decides: no head is shared."])
            : new GateVerdict(passed, true, reasons);
    }

    private static string Number(double? value) => value?.ToString("0", CultureInfo.InvariantCulture) ?? "none";
}
