using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Features.Cases;

namespace DeepmineSentinel.Learning.Artifacts.Cases;

/// <summary>Whether components can be computed with: lengths, signs and finite numbers.</summary>
internal static class CaseComponentsCheck
{
    private const int MostRows = 100_000;
    private static readonly int Inputs = CaseInputs.Count(CaseFeatures.Factors);

    public static bool IsSound(CaseComponents components) =>
        IsScale(components.Networks.Means, components.Networks.Spreads)
        && double.IsFinite(components.Networks.NotStableCentre)
        && double.IsFinite(components.Networks.FailureCentre)
        && components.Networks.Temperature is > 0 and < 1_000
        && IsSound(components.Logit)
        && AreShares(components.Shares)
        && components.Thresholds.Count == FittedCaseLogit.States
        && components.Thresholds.All(threshold => threshold is null or (>= 0 and <= 1))
        && IsSound(components.Spread)
        && components.Confusion.Count == FittedCaseLogit.States
        && components.Confusion.All(row => row.Count == FittedCaseLogit.States && row.All(count => count >= 0));

    private static bool IsSound(CaseLogitNumbers logit) =>
        IsScale(logit.Means, logit.Spreads)
        && logit.Used.All(input => input >= 0 && input < Inputs)
        && logit.Used.Zip(logit.Used.Skip(1)).All(pair => pair.First < pair.Second)
        && logit.Parameters.Count == FittedCaseLogit.States - 1 + logit.Used.Count
        && logit.Parameters.All(double.IsFinite)
        && logit.Parameters[0] <= logit.Parameters[1];

    private static bool IsScale(IReadOnlyList<double> means, IReadOnlyList<double> spreads) =>
        means.Count == Inputs
        && spreads.Count == Inputs
        && means.All(double.IsFinite)
        && spreads.All(spread => spread > 0 && double.IsFinite(spread));

    private static bool AreShares(IReadOnlyList<double> shares) =>
        shares.Count == FittedCaseLogit.States
        && shares.All(share => share is > 0 and < 1)
        && Math.Abs(shares.Sum() - 1) < 1e-6;

    private static bool IsSound(CaseSpread spread) =>
        spread.Spans.Count == Inputs
        && spread.Spans.All(span => span.Lowest > 0 && span.Highest >= span.Lowest && double.IsFinite(span.Highest))
        && spread.Rows.Count is >= 2 and <= MostRows
        && spread.Rows.All(row => row.Length == Inputs && row.All(float.IsFinite))
        && spread.DistanceLimit >= 0
        && double.IsFinite(spread.DistanceLimit);
}
