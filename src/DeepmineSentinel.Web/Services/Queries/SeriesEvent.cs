namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>An event or outcome drawn over a chart; time in seconds since 1970.</summary>
public sealed record SeriesEvent(long Time, string Kind, string Text);
