namespace DeepmineSentinel.Learning.Evaluation.Followed;

/// <summary>One month.</summary>
/// <param name="Month">For example <c>2026-11</c>, UTC: of the moment that a forecast is about, or an alarm or failure.</param>
/// <param name="Forecasts">Forecasts whose end is known.</param>
/// <param name="Alarms">Alarms raised and failures missed.</param>
public sealed record FollowUpMonth(string Month, FollowUpCounts Forecasts, AlarmCounts Alarms);
