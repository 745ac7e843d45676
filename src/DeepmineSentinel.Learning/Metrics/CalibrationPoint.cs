namespace DeepmineSentinel.Learning.Metrics;

/// <summary>One bin of a calibration curve.</summary>
/// <param name="MeanProbability">Mean probability said.</param>
/// <param name="ObservedShare">Share that happened.</param>
/// <param name="Count">Samples in the bin.</param>
public sealed record CalibrationPoint(double MeanProbability, double ObservedShare, int Count);
