namespace DeepmineSentinel.Learning.Evaluation.Drift;

/// <summary>One input of all stopes that are compared.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Unit">Unit; empty: none.</param>
/// <param name="Before">Its values before, one a stope; NaN: missing.</param>
/// <param name="Now">Its values now; in a paired comparison of the same stopes in the same order.</param>
public sealed record DriftInput(string Name, string Unit, IReadOnlyList<double> Before, IReadOnlyList<double> Now);
