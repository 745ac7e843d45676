namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>How often the set of states that cannot be excluded held the true one.</summary>
/// <param name="State">The true state.</param>
/// <param name="Cases">Cases of it.</param>
/// <param name="Covered">Share of them whose set held it.</param>
/// <param name="Lowest">Lower end of the 95 % binomial interval of a set that misses one in ten.</param>
public sealed record CaseCoverage(string State, int Cases, double Covered, double Lowest)
{
    /// <summary>Whether chance alone explains what is missing.</summary>
    public bool IsEnough => Covered >= Lowest;
}
