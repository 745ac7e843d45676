namespace DeepmineSentinel.Core.Predictions;

/// <summary>Probability of one class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Probability">Calibrated probability, 0 to 1.</param>
/// <param name="Interval">Uncertainty of the probability; null where one network answered.</param>
public sealed record ClassProbability(StabilityClass Class, double Probability, ProbabilityInterval? Interval = null);
