using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>A stope in the list, with what its latest prediction says by now.</summary>
internal sealed record StopeListItem
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Mine { get; init; }

    /// <summary>Whether the data are generated.</summary>
    public required bool Synthetic { get; init; }
    public required RockType RockType { get; init; }
    public required double DepthMetres { get; init; }
    public required double HydraulicRadiusMetres { get; init; }

    /// <summary>Null: its failure was observed, so that it has no level any more.</summary>
    public required RiskLevel? Level { get; init; }

    /// <summary>Null: never predicted.</summary>
    public required StabilityClass? Class { get; init; }

    /// <summary>Who answered; null: never predicted.</summary>
    public required PredictionMode? Mode { get; init; }
    public required double? SevenDayProbability { get; init; }

    /// <summary>The moment that the prediction is about.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>Null: no failure was observed.</summary>
    public required DateTime? FailedAt { get; init; }
    public required IReadOnlyDictionary<string, string> Links { get; init; }

    public static StopeListItem Of(StopeRow row) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Mine = row.Mine,
            Synthetic = row.IsSynthetic,
            RockType = row.RockType,
            DepthMetres = row.DepthMetres,
            HydraulicRadiusMetres = row.HydraulicRadiusMetres,
            Level = row.FailedAt is null ? row.Level : null,
            Class = row.Class,
            Mode = row.Mode,
            SevenDayProbability = row.SevenDayProbability,
            AsOf = row.AsOf,
            FailedAt = row.FailedAt,
            Links = new Dictionary<string, string> { ["self"] = StopeDocument.AddressOf(row.Id) },
        };
}
