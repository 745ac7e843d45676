namespace DeepmineSentinel.Learning.Metrics;

/// <summary>A bootstrap interval.</summary>
/// <param name="Lower">Lower end; NaN where no draw had a value.</param>
/// <param name="Upper">Upper end; NaN where no draw had a value.</param>
/// <param name="Draws">Draws that had a value (an AUC has none where all stopes drawn are of one class).</param>
public sealed record MetricInterval(double Lower, double Upper, int Draws);
