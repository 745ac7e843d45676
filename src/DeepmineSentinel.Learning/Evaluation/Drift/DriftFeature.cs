namespace DeepmineSentinel.Learning.Evaluation.Drift;

/// <summary>One input, before and now.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Unit">Unit; empty: none.</param>
/// <param name="Stopes">Stopes that tell: those with a value in both times, or in either group.</param>
/// <param name="Before">Mean before; null: no stope tells.</param>
/// <param name="Now">Mean now; null: no stope tells.</param>
/// <param name="PValue">
/// Share of permutations in which any input moved as clearly as this one did, so that however many inputs are looked at, one
/// false alarm in twenty is raised; null: too few stopes.
/// </param>
public sealed record DriftFeature(string Name, string Unit, int Stopes, double? Before, double? Now, double? PValue)
{
    /// <summary>Whether it has drifted.</summary>
    public bool IsAlarm => PValue < DriftTest.Level;
}
