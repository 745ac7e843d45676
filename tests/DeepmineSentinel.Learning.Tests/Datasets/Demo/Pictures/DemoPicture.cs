using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets.Demo;

namespace DeepmineSentinel.Learning.Tests.Datasets.Demo.Pictures;

/// <summary>One picture of docs/demo-mine.md: some channels of one stope over some days.</summary>
internal sealed record DemoPicture
{
    /// <summary>File name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>What a reader who cannot see it is told.</summary>
    public required string Title { get; init; }

    public required StopeHistory Stope { get; init; }

    public required StopeTruth Truth { get; init; }

    /// <summary>The same stope under perfect sensors, drawn beneath; null: not drawn.</summary>
    public StopeHistory? Perfect { get; init; }

    /// <summary>Days shown, half-open.</summary>
    public required (int From, int To) Days { get; init; }

    /// <summary>Channels from top to bottom.</summary>
    public IReadOnlyList<int> Channels { get; init; } = [1, 0, 2];

    /// <summary>The day of a reading, counted from the start of the mine.</summary>
    public double DayOf(Reading reading) => (reading.Timestamp - Truth.Start).TotalDays;
}
