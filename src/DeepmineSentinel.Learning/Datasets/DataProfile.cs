using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>What a data set holds, in numbers; for reports.</summary>
public sealed record DataProfile
{
    /// <summary>Mines by name.</summary>
    public required IReadOnlyList<MineProfile> Mines { get; init; }

    /// <summary>Stopes.</summary>
    public required int Stopes { get; init; }

    /// <summary>Of these, without any reading.</summary>
    public required int StopesWithoutReadings { get; init; }

    /// <summary>Rows of readings.</summary>
    public required long Readings { get; init; }

    /// <summary>Events.</summary>
    public required long Events { get; init; }

    /// <summary>First reading, UTC; null: none.</summary>
    public DateTime? FirstReadingAt { get; init; }

    /// <summary>Last reading, UTC; null: none.</summary>
    public DateTime? LastReadingAt { get; init; }

    /// <summary>Dated outcomes by class.</summary>
    public required IReadOnlyDictionary<string, int> Outcomes { get; init; }

    /// <summary>Undated labels by class.</summary>
    public required IReadOnlyDictionary<string, int> UndatedLabels { get; init; }

    /// <summary>Numbers of stopes, in the order of the file's columns.</summary>
    public required IReadOnlyList<QuantityProfile> Quantities { get; init; }

    /// <summary>Channels of readings, in the order of the file's columns.</summary>
    public required IReadOnlyList<QuantityProfile> Channels { get; init; }

    /// <summary>Groups of the split.</summary>
    public required IReadOnlyList<GroupProfile> Groups { get; init; }

    /// <summary>Counts a sample set and its split.</summary>
    public static DataProfile Of(SampleSet set, StopeSplit split)
    {
        IReadOnlyList<StopeHistory> stopes = set.Stopes;
        StopeHistory[] read = [.. stopes.Where(stope => stope.Readings.Count > 0)];
        return new DataProfile
        {
            Mines =
            [
                .. stopes
                    .GroupBy(stope => (stope.Mine, stope.IsSynthetic))
                    .Select(mine => new MineProfile(mine.Key.Mine, mine.Key.IsSynthetic, mine.Count())),
            ],
            Stopes = stopes.Count,
            StopesWithoutReadings = stopes.Count - read.Length,
            Readings = read.Sum(stope => (long)stope.Readings.Count),
            Events = stopes.Sum(stope => (long)stope.Events.Count),
            FirstReadingAt = read.Length > 0 ? read.Min(stope => stope.Readings[0].Timestamp) : null,
            LastReadingAt = read.Length > 0 ? read.Max(stope => stope.Readings[^1].Timestamp) : null,
            Outcomes = Counted(
                stopes.SelectMany(stope => stope.Outcomes).Select(outcome => CategoryName.Of(outcome.Class))
            ),
            UndatedLabels = Counted(
                stopes
                    .Where(stope => stope.UndatedStability is not null)
                    .Select(stope => stope.UndatedStability == true ? "Stable" : "Not Stable")
            ),
            Quantities = QuantityCount.OfStopes(stopes),
            Channels = QuantityCount.OfReadings(read),
            Groups = GroupsOf(set, split),
        };
    }

    private static Dictionary<string, int> Counted(IEnumerable<string> names) =>
        names.CountBy(name => name).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary();

    private static GroupProfile[] GroupsOf(SampleSet set, StopeSplit split)
    {
        IReadOnlyList<int> classes = set.StopeClasses();
        GroupProfile Group(string name, IReadOnlyList<int> stopes) =>
            new(
                name,
                stopes.Count,
                set.SamplesOf(stopes).Count,
                stopes
                    .Select(stope => classes[stope])
                    .Where(label => label != Sample.NoLabel)
                    .CountBy(label => label)
                    .OrderBy(pair => pair.Key)
                    .ToDictionary(pair => CategoryName.Of(set.Classes[pair.Key]), pair => pair.Value)
            );
        return
        [
            Group("train", split.Train),
            Group("stop", split.Stop),
            Group("calibrate", split.Calibrate),
            Group("test", split.Test),
        ];
    }
}
