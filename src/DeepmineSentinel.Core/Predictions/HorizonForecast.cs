using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Core.Predictions;

/// <summary>Probability of failing within a horizon.</summary>
/// <param name="HorizonDays">Days from the moment of the prediction: 1, 3, 7, 14, 30.</param>
/// <param name="Probability">Probability of failing within the horizon; never falls as the horizon grows.</param>
/// <param name="RiskLevel">Level of that probability.</param>
/// <param name="Interval">Uncertainty of the probability; the lowest and highest of an ensemble; null where one network answered.</param>
public sealed record HorizonForecast(
    int HorizonDays,
    double Probability,
    RiskLevel RiskLevel,
    ProbabilityInterval? Interval = null
);
