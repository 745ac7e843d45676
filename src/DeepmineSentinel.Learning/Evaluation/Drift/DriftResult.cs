using MathNet.Numerics.Distributions;

namespace DeepmineSentinel.Learning.Evaluation.Drift;

/// <summary>Whether inputs have drifted.</summary>
/// <param name="Features">Every input.</param>
/// <param name="FalseAlarms">Alarms of the same test on data made from these by fresh permutations, in which nothing has drifted.</param>
/// <param name="Simulations">How many were made.</param>
public sealed record DriftResult(IReadOnlyList<DriftFeature> Features, int FalseAlarms, int Simulations)
{
    private const double Tail = 0.025;

    /// <summary>Measured share of false alarms; null: none were made, as too few stopes tell.</summary>
    public double? FalseAlarmRate => Simulations == 0 ? null : (double)FalseAlarms / Simulations;

    /// <summary>Its exact 95 % interval.</summary>
    public IReadOnlyList<double>? FalseAlarmInterval =>
        Simulations == 0
            ? null
            :
            [
                FalseAlarms == 0 ? 0 : Beta.InvCDF(FalseAlarms, Simulations - FalseAlarms + 1, Tail),
                FalseAlarms == Simulations ? 1 : Beta.InvCDF(FalseAlarms + 1, Simulations - FalseAlarms, 1 - Tail),
            ];
}
