using System.Text.Json;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Measured performance of a run on stopes that it never saw.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Metrics">The run's metrics.json.</param>
public sealed record ModelPerformance(string RunId, JsonElement Metrics);
