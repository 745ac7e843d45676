namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Outcome of one attempt to load a model.</summary>
/// <param name="Model">The model; null: there is none that can be used.</param>
/// <param name="ProductionRunId">The version that the registry wanted; null: none is promoted.</param>
/// <param name="Refused">Versions that were refused, each with file and reason.</param>
internal sealed record LoadResult(ServingModel? Model, string? ProductionRunId, IReadOnlyList<string> Refused);
