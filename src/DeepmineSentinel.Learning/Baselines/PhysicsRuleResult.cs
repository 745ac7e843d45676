using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>What the physics rule says of a stope.</summary>
/// <param name="Stability">Mean of the static part and the readings' part, about 0 to 1; not a probability.</param>
/// <param name="Instability">1 - stability.</param>
/// <param name="Class">Failure above 0.7, unstable above 0.4, else stable. As a fallback it may warn but never reassure.</param>
/// <param name="UsedReadings">Whether there were enough readings to count.</param>
public sealed record PhysicsRuleResult(double Stability, double Instability, StabilityClass Class, bool UsedReadings);
