namespace DeepmineSentinel.Core.Predictions;

/// <summary>A range that a probability lies in, with what the range means.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Meaning">For example "range over 5 networks".</param>
public sealed record ProbabilityInterval(double Lower, double Upper, string Meaning);
