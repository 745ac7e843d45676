namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Permutation importance of the serving model, or why there is none. Never a constant table.</summary>
/// <param name="Computed">Whether it was computed for this run.</param>
/// <param name="Reason">Why not; empty when it was.</param>
/// <param name="Features">The inputs of the model; empty without a model.</param>
public sealed record FeatureImportance(bool Computed, string Reason, IReadOnlyList<string> Features);
