using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

public sealed record StopeDetailViewModel
{
    public required StopeFacts Facts { get; init; }

    public required PagePart<PredictionCard> Prediction { get; init; }

    public required PagePart<StabilityGraphPart> Graph { get; init; }

    public required OutcomeForm NewOutcome { get; init; }

    public string Zone => Facts.Mine.TimeZoneId;
}
