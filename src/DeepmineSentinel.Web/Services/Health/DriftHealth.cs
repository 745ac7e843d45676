namespace DeepmineSentinel.Web.Services.Health;

/// <summary>Drift of the data away from what the model was trained on.</summary>
public sealed record DriftHealth(bool Computed, string Detail);
