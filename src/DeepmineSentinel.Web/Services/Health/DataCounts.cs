namespace DeepmineSentinel.Web.Services.Health;

/// <summary>How much data there is, archived stopes left out.</summary>
public sealed record DataCounts(int Stopes, long Readings, int StopesWithReadings);
