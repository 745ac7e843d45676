namespace DeepmineSentinel.Core.Predictions;

/// <summary>One number that a model of case histories looks at.</summary>
/// <param name="Name">As in files: <c>hr</c>, <c>q_prime</c>, <c>A</c>, <c>B</c> or <c>C</c>.</param>
/// <param name="Unit">Unit; empty: none.</param>
/// <param name="Value">The stope's; null: missing.</param>
/// <param name="Lowest">Smallest among the cases.</param>
/// <param name="Highest">Largest among the cases.</param>
public sealed record CaseInput(string Name, string Unit, double? Value, double Lowest, double Highest);
