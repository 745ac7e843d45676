namespace DeepmineSentinel.Learning.Metrics;

/// <summary>A point of a curve of shares, both from 0 to 1.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
public sealed record CurvePoint(double X, double Y);
