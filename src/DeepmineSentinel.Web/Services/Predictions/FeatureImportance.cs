namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Permutation importance of the serving model, measured when it was trained. Never a constant table.</summary>
/// <param name="RunId">The run it was measured of; null: there is no trained model.</param>
/// <param name="Values">Rise of the mean log-loss by feature, largest first; empty where it could not be measured.</param>
public sealed record FeatureImportance(string? RunId, IReadOnlyDictionary<string, double> Values);
