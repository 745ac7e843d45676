namespace DeepmineSentinel.Core.Risk;

/// <summary>Five cut points that turn a probability into a level. The defaults are examples, printed beside every prediction.</summary>
public sealed record RiskThresholds
{
    /// <summary>The example defaults: .01 .03 .10 .25 .50.</summary>
    public static RiskThresholds Default { get; } = new([0.01, 0.03, 0.10, 0.25, 0.50]);

    /// <summary>Creates thresholds.</summary>
    /// <param name="cutPoints">Five probabilities, each above the one before.</param>
    /// <exception cref="ArgumentException">Not five rising probabilities inside (0, 1).</exception>
    public RiskThresholds(IReadOnlyList<double> cutPoints)
    {
        bool rising = cutPoints.Count == 5;
        for (int i = 0; rising && i < 5; i++)
        {
            rising = cutPoints[i] > (i == 0 ? 0 : cutPoints[i - 1]) && cutPoints[i] < 1;
        }

        CutPoints = rising
            ? cutPoints
            : throw new ArgumentException("Five rising probabilities between 0 and 1 are needed.", nameof(cutPoints));
    }

    /// <summary>The cut points, rising.</summary>
    public IReadOnlyList<double> CutPoints { get; }

    /// <summary>The level of a probability; anything that is not a probability is <see cref="RiskLevel.Unknown"/>.</summary>
    public RiskLevel LevelOf(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            return RiskLevel.Unknown;
        }

        int passed = 0;
        while (passed < CutPoints.Count && probability >= CutPoints[passed])
        {
            passed++;
        }

        return RiskLevel.VeryLow + passed;
    }
}
