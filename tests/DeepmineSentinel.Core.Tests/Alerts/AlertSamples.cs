using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Core.Tests.Alerts;

/// <summary>Evidence and times for tests of alerts.</summary>
internal static class AlertSamples
{
    public static readonly DateTime Start = new(2026, 3, 1, 6, 0, 0, DateTimeKind.Utc);

    public static ResponsePlan Plan => ResponsePlan.Default;

    public static AlertCause Deformation => AlertCause.Readings(ReadingQuantities.Deformation.Name);

    public static AlertEvidence Says(
        this AlertCause cause,
        AlertLevel level,
        DateTime asOf,
        AlertLevel hold = AlertLevel.Unknown
    ) => new(cause, level, hold > level ? hold : level, $"It is {level}.", asOf);

    public static Alert Raised(AlertLevel level = AlertLevel.VeryAbnormal) =>
        new(1, AlertCause.Forecast.Says(level, Start), Plan, Start);

    public static void See(this Alert alert, AlertLevel level, DateTime now, AlertLevel hold = AlertLevel.Unknown) =>
        alert.Observe(alert.Cause.Says(level, now, hold), Plan, now);
}
