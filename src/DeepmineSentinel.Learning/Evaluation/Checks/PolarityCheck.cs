using System.Globalization;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Checks;

/// <summary>
/// Asks whether labels are the wrong way round: neither the physics rule nor the stability graph need be good, but what they call
/// worse must not be labelled better by far more than chance.
/// </summary>
internal static class PolarityCheck
{
    public static DataFinding? Find(SampleSet set, StopeLabels labels)
    {
        (string Name, string Words, AucEstimate Auc)[] said =
        [
            .. new[]
            {
                ("physics_rule", "the physics rule", Rank(set, labels, RuleOf)),
                ("stability_graph", "the stability graph", Rank(set, labels, GraphOf)),
            }
                .Where(one => one.Item3 is not null)
                .Select(one => (one.Item1, one.Item2, one.Item3!)),
        ];
        (string Name, string Words, AucEstimate Auc)[] against = [.. said.Where(one => one.Auc.Upper < 0.5)];
        if (against.Length == 0 || said.Any(one => one.Auc.Lower > 0.5))
        {
            return null;
        }

        Dictionary<string, double> numbers = new() { ["stopes"] = against[0].Auc.Rows };
        foreach ((string name, _, AucEstimate auc) in said)
        {
            numbers[$"{name}_auc"] = auc.Auc;
            numbers[$"{name}_auc_lower"] = auc.Lower;
            numbers[$"{name}_auc_upper"] = auc.Upper;
        }

        return new DataFinding(
            DataFindings.LabelsReversed,
            $"What {string.Join(" and ", against.Select(Told))} is labelled better: far more than chance."
                + (
                    set.Scheme == LabelScheme.Undated
                        ? " Which is meant: is stability 1 for stable, as here, or for not stable?"
                        : " Which is meant: are stable and failure the right way round?"
                )
        )
        {
            Numbers = numbers,
            NeedsPerson = true,
        };
    }

    private static string Told((string Name, string Words, AucEstimate Auc) one) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Words} calls worse (AUC {one.Auc.Auc:F3}, 99 % interval {one.Auc.Lower:F3} to {one.Auc.Upper:F3}, {one.Auc.Rows} stopes)"
        );

    private static AucEstimate? Rank(SampleSet set, StopeLabels labels, Func<StopeHistory, DateTime?, double?> risk)
    {
        double?[] risks = [.. labels.Stopes.Select((stope, i) => risk(set.Stopes[stope], labels.LastSeen[i]))];
        int[] rows = [.. Enumerable.Range(0, risks.Length).Where(i => risks[i] is { } one && double.IsFinite(one))];
        return AucEstimate.Of([.. rows.Select(i => risks[i]!.Value)], [.. rows.Select(i => labels.Classes[i] > 0)]);
    }

    private static double? RuleOf(StopeHistory stope, DateTime? asOf) => PhysicsRule.Score(stope, asOf).Instability;

    private static double? GraphOf(StopeHistory stope, DateTime? asOf) =>
        StopeStability.Of(stope.Properties).NPrime is { } n
            ? -Isoprobability.StableLogit(stope.Properties.HydraulicRadiusMetres, n)
            : null;
}
