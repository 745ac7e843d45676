namespace DeepmineSentinel.Learning.Features.Cases;

/// <summary>Span of one input among the training cases.</summary>
/// <param name="Name">As in files.</param>
/// <param name="Unit">Unit; empty: none.</param>
/// <param name="Lowest">Smallest value, above 0.</param>
/// <param name="Highest">Largest value.</param>
public sealed record CaseSpan(string Name, string Unit, double Lowest, double Highest);
