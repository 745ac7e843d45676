using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>The inputs that one feature fills: static columns, or one channel with its mask.</summary>
/// <param name="Name">Name of the feature.</param>
/// <param name="Statics">Static columns; empty for a channel.</param>
/// <param name="Channel">Number of the channel; null for a static feature.</param>
internal sealed record FeatureColumns(string Name, int[] Statics, int? Channel)
{
    /// <summary>All features that an encoder uses.</summary>
    public static IEnumerable<FeatureColumns> Of(FeatureEncoder encoder)
    {
        IEnumerable<FeatureColumns> statics = Enumerable
            .Range(0, encoder.StaticCount)
            .GroupBy(column => encoder.FeatureNames[column].Split(':')[0])
            .Select(group => new FeatureColumns(group.Key, [.. group], null));
        return statics
            .Concat(encoder.ChannelNames.Select((name, i) => new FeatureColumns(name, [], i)))
            .Where(feature => encoder.Uses(feature.Name));
    }

    /// <summary>A copy of the table in which this feature was dealt out anew among the rows.</summary>
    public SampleTable Shuffled(SampleTable table, RandomSequence sequence) =>
        Shuffled(
            table,
            [
                [.. Enumerable.Range(0, table.Count)],
            ],
            sequence
        );

    /// <summary>A copy of the table in which this feature was dealt out anew within each group of rows.</summary>
    /// <param name="table">Inputs; stay as they are.</param>
    /// <param name="groups">Every row once.</param>
    /// <param name="sequence">Where the order comes from.</param>
    public SampleTable Shuffled(SampleTable table, IReadOnlyList<int[]> groups, RandomSequence sequence)
    {
        SampleTable copy = table.Take([.. Enumerable.Range(0, table.Count)]);
        int[] rows = Dealt(table.Count, groups, sequence);
        NetworkOptions shape = table.Shape;
        for (int row = 0; row < rows.Length; row++)
        {
            foreach (int column in Statics)
            {
                copy.Statics[(row * shape.StaticCount) + column] = table.Statics[
                    (rows[row] * shape.StaticCount) + column
                ];
            }

            if (Channel is { } channel)
            {
                CopyChannel(table, copy, (rows[row], row), channel);
            }
        }

        return copy;
    }

    // For every row, the one whose feature it gets.
    private static int[] Dealt(int count, IReadOnlyList<int[]> groups, RandomSequence sequence)
    {
        int[] from = new int[count];
        foreach (int[] group in groups)
        {
            int[] shuffled = [.. group];
            sequence.Shuffle(shuffled);
            for (int i = 0; i < group.Length; i++)
            {
                from[group[i]] = shuffled[i];
            }
        }

        return from;
    }

    private static void CopyChannel(SampleTable table, SampleTable copy, (int From, int To) row, int channel)
    {
        NetworkOptions shape = table.Shape;
        for (int step = 0; step < shape.Steps; step++)
        {
            int from = (((row.From * shape.Steps) + step) * shape.StepWidth) + channel;
            int to = (((row.To * shape.Steps) + step) * shape.StepWidth) + channel;
            copy.Series[to] = table.Series[from];
            copy.Series[to + shape.ChannelCount] = table.Series[from + shape.ChannelCount];
        }

        copy.MarkPadding(row.To);
    }
}
