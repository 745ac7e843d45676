namespace DeepmineSentinel.Learning.Training;

/// <summary>Logits of many samples, row after row. N samples, K classes, 5 intervals.</summary>
/// <param name="Condition">[N, K].</param>
/// <param name="Hazard">[N, 5].</param>
public sealed record NetworkScores(float[] Condition, float[] Hazard);
