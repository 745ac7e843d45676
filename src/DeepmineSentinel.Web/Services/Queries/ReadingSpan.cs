namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>How many readings there are and over which time; no moments where there are none.</summary>
public sealed record ReadingSpan(int Count, DateTime? First, DateTime? Last);
