namespace DeepmineSentinel.Core.Predictions;

/// <summary>Probability of one class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Probability">Calibrated probability, 0 to 1.</param>
public sealed record ClassProbability(StabilityClass Class, double Probability);
