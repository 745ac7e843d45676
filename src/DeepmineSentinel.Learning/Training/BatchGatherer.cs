using DeepmineSentinel.Learning.Networks;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Gathers rows of a table into tensors through arrays that are kept from batch to batch.</summary>
/// <param name="table">Rows to gather from. B rows, T steps, D numbers a step, S static numbers, K classes, H intervals.</param>
internal sealed class BatchGatherer(SampleTable table)
{
    private readonly Dictionary<int, BatchBuffers> kept = [];
    private readonly NetworkOptions shape = table.Shape;

    /// <summary>The inputs of the rows.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="noise">Noise on them; null: none.</param>
    public NetworkBatch Inputs(ReadOnlySpan<int> rows, InputNoise? noise = null)
    {
        BatchBuffers buffers = BuffersFor(rows.Length);
        int seriesWidth = shape.Steps * shape.StepWidth;
        for (int i = 0; i < rows.Length; i++)
        {
            CopyRow(table.Statics, rows[i], buffers.Statics, i, shape.StaticCount);
            CopyRow(table.Series, rows[i], buffers.Series, i, seriesWidth);
            CopyRow(table.Padding, rows[i], buffers.Padding, i, shape.Steps);
            buffers.NoSeries[i] = table.NoSeries[rows[i]];
        }

        noise?.Add(buffers, shape);
        return new NetworkBatch(
            Floats(buffers.Statics, rows.Length, shape.StaticCount), // [B, S]
            Floats(buffers.Series, rows.Length, shape.Steps, shape.StepWidth), // [B, T, D]
            tensor(buffers.Padding, dtype: ScalarType.Bool).reshape(rows.Length, shape.Steps), // [B, T]
            tensor(buffers.NoSeries, dtype: ScalarType.Bool).reshape(rows.Length, 1) // [B, 1]
        );
    }

    /// <summary>The labels of the rows.</summary>
    public BatchTargets Targets(ReadOnlySpan<int> rows)
    {
        BatchBuffers buffers = BuffersFor(rows.Length);
        int hazards = NetworkOptions.HazardCount;
        for (int i = 0; i < rows.Length; i++)
        {
            CopyRow(table.ConditionTargets, rows[i], buffers.Condition, i, shape.ClassCount);
            CopyRow(table.HazardTargets, rows[i], buffers.Hazard, i, hazards);
            CopyRow(table.HazardKnown, rows[i], buffers.Known, i, hazards);
        }

        return new BatchTargets
        {
            Condition = Floats(buffers.Condition, rows.Length, shape.ClassCount), // [B, K]
            ConditionCount = buffers.LabelledRows(rows.Length, shape.ClassCount),
            Hazard = Floats(buffers.Hazard, rows.Length, hazards), // [B, H]
            Known = Floats(buffers.Known, rows.Length, hazards), // [B, H]
            KnownCount = buffers.KnownHazards(),
        };
    }

    private static Tensor Floats(float[] values, params long[] sizes) =>
        tensor(values, dtype: ScalarType.Float32).reshape(sizes);

    private static void CopyRow<T>(T[] source, int row, T[] target, int to, int width) =>
        Array.Copy(source, (long)row * width, target, (long)to * width, width);

    // Two lengths at most come by: a full batch and the last one.
    private BatchBuffers BuffersFor(int rows)
    {
        if (!kept.TryGetValue(rows, out BatchBuffers? buffers))
        {
            buffers = new BatchBuffers(rows, shape);
            kept.Add(rows, buffers);
        }

        return buffers;
    }
}
