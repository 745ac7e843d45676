namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>An event, an outcome or an answer drawn over a chart.</summary>
/// <param name="Time">Seconds since 1970.</param>
/// <param name="Kind">An event type, <c>unstable</c> or <c>failure</c> observed, or <c>prediction</c>.</param>
/// <param name="Text">What it was, with its moment in the zone of the mine.</param>
/// <param name="Level">Level of an answer; null of anything else.</param>
public sealed record SeriesMark(long Time, string Kind, string Text, string? Level);
