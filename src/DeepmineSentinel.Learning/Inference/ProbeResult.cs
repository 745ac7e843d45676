namespace DeepmineSentinel.Learning.Inference;

/// <summary>Whether a loaded model still answers as it did right after training.</summary>
/// <param name="Passed">Whether the largest difference is within 0.00001.</param>
/// <param name="MaxDifference">Largest difference of a logit.</param>
/// <param name="Milliseconds">Time the probe took.</param>
public sealed record ProbeResult(bool Passed, double MaxDifference, double Milliseconds);
