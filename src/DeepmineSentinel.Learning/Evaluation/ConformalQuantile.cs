namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Class-conditional split conformal prediction: from calibration stopes of a class to the smallest probability that stays in the set.</summary>
public static class ConformalQuantile
{
    /// <summary>Fewer calibration stopes than this, and the class is always in the set.</summary>
    public const int FewestStopes = 19;

    /// <summary>
    /// Smallest probability of its own class with which a stope of the class stays in the set, so that at most
    /// <paramref name="missRate"/> of new stopes of that class are missed.
    /// </summary>
    /// <param name="ownProbabilities">What calibration stopes of the class got for it, one a stope.</param>
    /// <param name="missRate">Allowed share of misses, (0, 1).</param>
    /// <returns>The threshold; null: too few stopes.</returns>
    public static double? Threshold(IEnumerable<double> ownProbabilities, double missRate)
    {
        double[] rising = [.. ownProbabilities.Order()];
        if (rising.Length < FewestStopes)
        {
            return null;
        }

        // The ceil((n+1)(1-a))-th smallest score 1-p is the floor((n+1)a)-th smallest p.
        int rank = (int)Math.Floor(((rising.Length + 1) * missRate) + 1e-9);
        return rank < 1 ? null : rising[rank - 1];
    }
}
