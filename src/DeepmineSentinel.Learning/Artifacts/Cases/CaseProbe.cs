using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Evaluation.Cases;

namespace DeepmineSentinel.Learning.Artifacts.Cases;

/// <summary>A few surfaces with the probabilities they got right after training.</summary>
/// <param name="Surfaces">HR (m), Q', A, B and C, [N][5].</param>
/// <param name="Probabilities">Of stable, unstable and failure, [N][3].</param>
public sealed record CaseProbe(IReadOnlyList<double[]> Surfaces, IReadOnlyList<double[]> Probabilities)
{
    private const int MostSurfaces = 16;
    private const int Inputs = 5;

    /// <summary>Records some cases, from the first to the last.</summary>
    internal static CaseProbe Record(FittedEnsemble ensemble, IReadOnlyList<CaseHistory> cases, int count)
    {
        double[][] surfaces =
        [
            .. Enumerable.Range(0, count).Select(i => Numbers(cases[i * (cases.Count - 1) / Math.Max(1, count - 1)])),
        ];
        return new CaseProbe(surfaces, [.. surfaces.Select(row => ensemble.Ask(Case(row)).Probabilities.ToArray())]);
    }

    /// <summary>Asks again.</summary>
    /// <returns>Largest difference to the recorded answers; infinite where the record does not fit or something is not a number.</returns>
    internal double LargestDifference(FittedEnsemble ensemble)
    {
        bool fits =
            Surfaces.Count is > 0 and <= MostSurfaces
            && Probabilities.Count == Surfaces.Count
            && Surfaces.All(row => row.Length == Inputs && row.All(value => value > 0 && double.IsFinite(value)))
            && Probabilities.All(row => row.Length == FittedCaseLogit.States);
        if (!fits)
        {
            return double.PositiveInfinity;
        }

        double largest = 0;
        for (int i = 0; i < Surfaces.Count; i++)
        {
            IReadOnlyList<double> now = ensemble.Ask(Case(Surfaces[i])).Probabilities;
            for (int k = 0; k < now.Count; k++)
            {
                double difference = Math.Abs(now[k] - Probabilities[i][k]);
                largest = double.IsFinite(difference) ? Math.Max(largest, difference) : double.PositiveInfinity;
            }
        }

        return largest;
    }

    private static double[] Numbers(CaseHistory history) =>
        [history.HydraulicRadiusMetres, history.QPrime, history.FactorA, history.FactorB, history.FactorC];

    private static CaseHistory Case(double[] numbers) =>
        new()
        {
            Location = "",
            Source = "",
            HydraulicRadiusMetres = numbers[0],
            QPrime = numbers[1],
            FactorA = numbers[2],
            FactorB = numbers[3],
            FactorC = numbers[4],
            NPrime = numbers[1] * numbers[2] * numbers[3] * numbers[4],
            State = default,
        };
}
