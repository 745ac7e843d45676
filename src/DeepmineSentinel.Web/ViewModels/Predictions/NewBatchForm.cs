using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Web.ViewModels.Stopes;
using DeepmineSentinel.Web.Zones;

namespace DeepmineSentinel.Web.ViewModels.Predictions;

/// <summary>What a person asks for: the stopes that a filter finds, or those that were picked.</summary>
public sealed record NewBatchForm
{
    /// <summary>The word for picked stopes; anything else means all that the filter finds.</summary>
    public const string Picked = "picked";

    public string? Which { get; init; }

    public IReadOnlyList<int>? StopeIds { get; init; }

    [StringLength(100, ErrorMessage = "A part of a name has at most 100 characters.")]
    public string? Q { get; init; }

    public int? Mine { get; init; }

    public string? Level { get; init; }

    public bool Review { get; init; }

    /// <summary>A moment by the clocks of the zone; empty: each stope's newest reading.</summary>
    public string? AsOf { get; init; }

    /// <summary>Which of the two is meant where the clocks showed the moment twice.</summary>
    public string? AsOfOffset { get; init; }

    /// <summary>The zone that the form named; what is shown may be another by now.</summary>
    [StringLength(Core.Stopes.Mine.TimeZoneLength)]
    public string? Zone { get; init; }

    /// <summary>The moment as typed.</summary>
    public TypedMoment Moment => new(AsOf, AsOfOffset, ZoneChoice.Find(Zone) ?? ShownZone.Of("UTC"));

    public string? RunId { get; init; }

    [StringLength(PredictionBatch.RequestKeyLength)]
    public string? Key { get; init; }

    /// <summary>The filter as the list of stopes writes it.</summary>
    public StopeListAddress ToAddress() =>
        new()
        {
            Q = Q,
            Mine = Mine,
            Level = Level,
            Review = Review,
        };
}
