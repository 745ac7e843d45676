namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>An event, an outcome, an answer or a move of an alert drawn over a chart.</summary>
/// <param name="Time">Seconds since 1970.</param>
/// <param name="Kind">
/// An event type; <c>stable</c>, <c>unstable</c> or <c>failure</c> observed; <c>prediction</c>; or <c>alert_raised</c>,
/// <c>alert_level_raised</c>, <c>alert_level_lowered</c> or <c>alert_resolved</c>.
/// </param>
/// <param name="Text">What it was, with its moment in the zone of the page.</param>
/// <param name="Level">Level of an answer or, for a move of an alert, the alert's from then on; null of anything else.</param>
public sealed record SeriesMark(long Time, string Kind, string Text, string? Level)
{
    /// <summary>Page of what is marked; null: it has none.</summary>
    public string? Link { get; init; }
}
