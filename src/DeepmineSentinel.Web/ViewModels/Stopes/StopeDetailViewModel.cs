using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

public sealed record StopeDetailViewModel
{
    public required StopeFacts Facts { get; init; }

    public required PagePart<PredictionCard> Prediction { get; init; }

    public required PagePart<StabilityGraphPart> Graph { get; init; }

    /// <summary>What was typed of a new outcome.</summary>
    public OutcomeForm NewOutcome { get; init; } = new();

    /// <summary>What was typed of a new reading.</summary>
    public ReadingForm NewReading { get; init; } = new();

    /// <summary>The stored reading that stands in the way of the typed one; null: none does.</summary>
    public Reading? KnownReading { get; init; }

    public string Zone => Facts.Mine.TimeZoneId;
}
