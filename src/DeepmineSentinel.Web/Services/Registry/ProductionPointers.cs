using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Both pointers of a purpose as they stood at one moment.</summary>
/// <param name="Production">Version that answers; null: none was promoted.</param>
/// <param name="Previous">Version that roll back goes to; null: none.</param>
public sealed record ProductionPointers(ModelVersion? Production, ModelVersion? Previous);
