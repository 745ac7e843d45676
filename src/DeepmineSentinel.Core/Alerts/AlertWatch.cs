namespace DeepmineSentinel.Core.Alerts;

/// <summary>Holds what is known of one stope against its open alerts: one round of watching.</summary>
public static class AlertWatch
{
    /// <summary>Moves the open alerts and opens new ones; gives those that are new.</summary>
    /// <param name="stopeId">The stope.</param>
    /// <param name="open">Its open alerts, at most one of a cause.</param>
    /// <param name="evidence">What is known. A cause that is not in it counts as unknown.</param>
    /// <param name="plan">Times and responses.</param>
    /// <param name="now">Present moment, UTC.</param>
    public static IReadOnlyList<Alert> Observe(
        int stopeId,
        IReadOnlyCollection<Alert> open,
        IReadOnlyCollection<AlertEvidence> evidence,
        ResponsePlan plan,
        DateTime now
    )
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(evidence);
        Dictionary<AlertCause, Alert> known = open.ToDictionary(alert => alert.Cause);
        List<Alert> raised = [];
        foreach (AlertEvidence found in OnePerCause(evidence))
        {
            if (known.Remove(found.Cause, out Alert? alert))
            {
                alert.Observe(found with { IsBlind = IsBlind(found, evidence) }, plan, now);
            }
            else if (found.Level > AlertLevel.Normal)
            {
                raised.Add(new Alert(stopeId, found, plan, now));
            }
        }

        foreach (Alert alert in known.Values)
        {
            alert.Observe(AlertEvidence.None(alert.Cause), plan, now);
        }

        return raised;
    }

    private static IEnumerable<AlertEvidence> OnePerCause(IEnumerable<AlertEvidence> evidence) =>
        evidence.GroupBy(found => found.Cause).Select(same => same.MaxBy(found => found.Level)!);

    // While data are missing nothing that they would have told lowers an alert; a warning still raises one.
    private static bool IsBlind(AlertEvidence found, IEnumerable<AlertEvidence> evidence) =>
        !found.Cause.IsGrey
        && evidence.Any(grey =>
            grey.Cause.IsGrey
            && grey.Level == AlertLevel.NoData
            && (
                found.Cause.Kind == AlertCauseKind.Forecast
                || grey.Cause.Kind == AlertCauseKind.StaleData
                || grey.Cause.Channel == found.Cause.Channel
            )
        );
}
