using DeepmineSentinel.Learning.Datasets;
using MathNet.Numerics.Distributions;

namespace DeepmineSentinel.Learning.Evaluation.Folds;

/// <summary>How often the conformal sets of held-out stopes hold the true class.</summary>
/// <param name="Class">True class, an index.</param>
/// <param name="Stopes">Stopes of it; each counts by its last sample of the class, as in calibration.</param>
/// <param name="Covered">Of these, with the class in the set.</param>
/// <param name="MeanSetSize">Mean number of classes in their sets.</param>
public sealed record ConformalCoverage(int Class, int Stopes, int Covered, double MeanSetSize)
{
    private const double Level = 0.95;

    /// <summary>Share covered.</summary>
    public double Share => (double)Covered / Stopes;

    /// <summary>Lower end of its 95 % interval (Clopper and Pearson 1934).</summary>
    public double Lower => Covered == 0 ? 0 : Beta.InvCDF(Covered, Stopes - Covered + 1, (1 - Level) / 2);

    /// <summary>Upper end.</summary>
    public double Upper => Covered == Stopes ? 1 : Beta.InvCDF(Covered + 1, Stopes - Covered, (1 + Level) / 2);

    /// <summary>Whether the share promised lies above the interval.</summary>
    public bool IsShort => Upper < 1 - ModelCalibration.MissRate;

    /// <summary>Of the network, class by class; empty where it has no sets.</summary>
    public static IReadOnlyList<ConformalCoverage> Of(AnsweredGroup answers, int classes)
    {
        if (answers.Network.Sets is not { } sets)
        {
            return [];
        }

        Dictionary<int, int>[] last = [.. Enumerable.Range(0, classes).Select(_ => new Dictionary<int, int>())];
        for (int row = 0; row < answers.Samples.Count; row++)
        {
            Sample sample = answers.Samples[row];
            if (
                sample is { HasCondition: true, IsConditionScored: true }
                && answers.Network.Conditions[row] is not null
            )
            {
                last[sample.ConditionLabel][sample.StopeIndex] = sets[row];
            }
        }

        return
        [
            .. last.Select((stopes, k) => (stopes.Values, k))
                .Where(one => one.Values.Count > 0)
                .Select(one => new ConformalCoverage(
                    one.k,
                    one.Values.Count,
                    one.Values.Count(set => (set >> one.k & 1) == 1),
                    one.Values.Average(set => int.PopCount(set))
                )),
        ];
    }
}
