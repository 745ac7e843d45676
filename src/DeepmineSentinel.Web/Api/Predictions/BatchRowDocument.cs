using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Web.Api.Stopes;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>What a batch says of one stope.</summary>
internal sealed record BatchRowDocument
{
    public required int StopeId { get; init; }
    public required string Stope { get; init; }
    public required string Mine { get; init; }

    /// <summary>Whether the data are generated.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>By now: what was computed long ago is stale; null: the stope waits.</summary>
    public required RiskLevel? Level { get; init; }
    public required StabilityClass? Class { get; init; }
    public required PredictionMode? Mode { get; init; }
    public required string? RunId { get; init; }
    public required double? SevenDayProbability { get; init; }
    public required double? NotStableProbability { get; init; }
    public required DateTime? AsOf { get; init; }
    public required DateTime? ComputedAt { get; init; }
    public required IReadOnlyDictionary<string, string> Links { get; init; }

    public static BatchRowDocument Of(PredictionBatchRow row) =>
        new()
        {
            StopeId = row.Item.StopeId,
            Stope = row.Stope,
            Mine = row.Mine,
            Synthetic = row.IsSynthetic,
            Level = row.Level,
            Class = row.Item.Class,
            Mode = row.Item.Mode,
            RunId = row.Item.RunId,
            SevenDayProbability = row.Item.SevenDayProbability,
            NotStableProbability = row.Item.NotStableProbability,
            AsOf = row.Item.AsOf,
            ComputedAt = row.Item.ComputedAt,
            Links = new Dictionary<string, string> { ["stope"] = StopeDocument.AddressOf(row.Item.StopeId) },
        };
}
