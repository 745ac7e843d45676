namespace DeepmineSentinel.Core.Predictions;

/// <summary>What one feature contributed to an answer.</summary>
/// <param name="Feature">Name of the feature.</param>
/// <param name="Value">Its value; null: missing.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Contribution">Contribution in log-odds; positive raises the risk.</param>
public sealed record Driver(string Feature, string? Value, string Unit, double Contribution);
