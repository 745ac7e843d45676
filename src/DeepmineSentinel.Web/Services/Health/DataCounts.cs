namespace DeepmineSentinel.Web.Services.Health;

/// <summary>How much data there is, archived stopes left out.</summary>
/// <param name="Stopes">Active stopes.</param>
/// <param name="Readings">Their readings.</param>
/// <param name="StopesWithReadings">Those of them with any reading.</param>
/// <param name="RealStopes">Those of them that are not generated.</param>
public sealed record DataCounts(int Stopes, long Readings, int StopesWithReadings, int RealStopes)
{
    /// <summary>Standing stopes that the model in use was asked about and gave no level.</summary>
    public int StopesWithoutLevel { get; init; }
}
