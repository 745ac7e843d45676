using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Alerts;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>How alerts come about and who is told, as the settings have it; no secret is in what it shows.</summary>
public sealed record AlertDeliveryViewModel
{
    public required AlertDeliveryOptions Options { get; init; }

    public required AlertsOptions Alerts { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<AlertDelivery> Log { get; init; }

    /// <summary>The response plan that counts.</summary>
    public required PlanInForce Now { get; init; }

    /// <summary>What each level of a prediction gives, worst first.</summary>
    public IEnumerable<(RiskLevel Risk, AlertLevel Alert)> Table()
    {
        AlertTable table = Alerts.ToTable();
        return Words
            .Levels.Where(level => level is not (RiskLevel.Unknown or RiskLevel.Stale))
            .Select(level => (level, table.Of(level)));
    }
}
