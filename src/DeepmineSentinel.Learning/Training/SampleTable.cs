using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>
/// Encoded samples in flat arrays, row after row, so that a batch is a few block copies. N samples, T steps,
/// D numbers a step, S static numbers, K classes, H intervals.
/// </summary>
public sealed class SampleTable
{
    /// <summary>Creates an empty table.</summary>
    /// <param name="count">N.</param>
    /// <param name="shape">Shape of the network it is for.</param>
    public SampleTable(int count, NetworkOptions shape)
    {
        Count = count;
        Shape = shape;
        Statics = new float[count * shape.StaticCount];
        Series = new float[count * shape.Steps * shape.StepWidth];
        Padding = new bool[count * shape.Steps];
        NoSeries = new bool[count];
        ConditionTargets = new float[count * shape.ClassCount];
        HazardTargets = new float[count * NetworkOptions.HazardCount];
        HazardKnown = new float[count * NetworkOptions.HazardCount];
    }

    private SampleTable(SampleTable table, NetworkOptions shape)
    {
        (Count, Shape) = (table.Count, shape);
        (Statics, Series, Padding, NoSeries) = (table.Statics, table.Series, table.Padding, table.NoSeries);
        (ConditionTargets, HazardTargets) = (table.ConditionTargets, table.HazardTargets);
        HazardKnown = table.HazardKnown;
    }

    /// <summary>N.</summary>
    public int Count { get; }

    /// <summary>Shape of the network it is for.</summary>
    public NetworkOptions Shape { get; }

    /// <summary>[N, S].</summary>
    public float[] Statics { get; }

    /// <summary>Values, then masks, [N, T, D].</summary>
    public float[] Series { get; }

    /// <summary>True where attention ignores a step, [N, T].</summary>
    public bool[] Padding { get; }

    /// <summary>True for a sample without any reading, [N].</summary>
    public bool[] NoSeries { get; }

    /// <summary>The sample's weight at its class, 0 elsewhere; all 0 without a label, [N, K].</summary>
    public float[] ConditionTargets { get; }

    /// <summary>1 where the stope fails in the interval, [N, H].</summary>
    public float[] HazardTargets { get; }

    /// <summary>1 where that is known, [N, H].</summary>
    public float[] HazardKnown { get; }

    /// <summary>The same samples, not copied, for a network of the same inputs and classes but other layers.</summary>
    public SampleTable For(NetworkOptions shape) =>
        (shape with { Preset = Shape.Preset, Sizes = Shape.Sizes }) == Shape
            ? new SampleTable(this, shape)
            : throw new ArgumentException("The samples have other inputs or classes.", nameof(shape));

    /// <summary>The inputs of some rows in a table of their own; labels are left behind.</summary>
    public SampleTable Take(IReadOnlyList<int> rows)
    {
        SampleTable taken = new(rows.Count, Shape);
        int series = Shape.Steps * Shape.StepWidth;
        for (int i = 0; i < rows.Count; i++)
        {
            Statics
                .AsSpan(rows[i] * Shape.StaticCount, Shape.StaticCount)
                .CopyTo(taken.Statics.AsSpan(i * Shape.StaticCount));
            Series.AsSpan(rows[i] * series, series).CopyTo(taken.Series.AsSpan(i * series));
            taken.MarkPadding(i);
        }

        return taken;
    }

    /// <summary>Some rows with their labels in a table of their own.</summary>
    public SampleTable TakeLabelled(IReadOnlyList<int> rows)
    {
        SampleTable taken = Take(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            CopyRow(ConditionTargets, taken.ConditionTargets, rows[i], i, Shape.ClassCount);
            CopyRow(HazardTargets, taken.HazardTargets, rows[i], i, NetworkOptions.HazardCount);
            CopyRow(HazardKnown, taken.HazardKnown, rows[i], i, NetworkOptions.HazardCount);
        }

        return taken;
    }

    private static void CopyRow(float[] source, float[] target, int from, int to, int width) =>
        source.AsSpan(from * width, width).CopyTo(target.AsSpan(to * width));

    /// <summary>Sets the padding of a row from the masks in its series.</summary>
    public void MarkPadding(int row)
    {
        int start = row * Shape.Steps;
        bool any = false;
        for (int step = 0; step < Shape.Steps; step++)
        {
            int masks = ((start + step) * Shape.StepWidth) + Shape.ChannelCount;
            bool empty = !Series.AsSpan(masks, Shape.ChannelCount).ContainsAnyExcept(0f);
            Padding[start + step] = empty;
            any |= !empty;
        }

        // Attention over nothing is NaN, backward too: such a row may look everywhere, and its answer is replaced.
        NoSeries[row] = !any;
        if (!any)
        {
            Padding.AsSpan(start, Shape.Steps).Clear();
        }
    }
}
