using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>The straight line from a typical stope with the same gaps to the one explained. S static numbers, T steps, D numbers a step.</summary>
internal sealed record AttributionPath
{
    public required NetworkOptions Shape { get; init; }

    public required bool[] Padding { get; init; }

    public required bool NoSeries { get; init; }

    /// <summary>[S].</summary>
    public required float[] StartStatics { get; init; }

    /// <summary>[S].</summary>
    public required float[] EndStatics { get; init; }

    /// <summary>Values, then masks, [T, D].</summary>
    public required float[] StartSeries { get; init; }

    /// <summary>Values, then masks, [T, D].</summary>
    public required float[] EndSeries { get; init; }

    public static AttributionPath Of(FeatureEncoder encoder, SampleTable table, int row)
    {
        NetworkOptions shape = table.Shape;
        int width = shape.Steps * shape.StepWidth;
        float[] statics = table.Statics.AsSpan(row * shape.StaticCount, shape.StaticCount).ToArray();
        float[] series = table.Series.AsSpan(row * width, width).ToArray();
        return new AttributionPath
        {
            Shape = shape,
            Padding = table.Padding.AsSpan(row * shape.Steps, shape.Steps).ToArray(),
            NoSeries = table.NoSeries[row],
            StartStatics = encoder.BaselineStatic(statics),
            EndStatics = statics,
            StartSeries = StartOf(encoder, series, shape),
            EndSeries = series,
        };
    }

    /// <summary>Points of the line, one a row.</summary>
    /// <param name="shares">How far along each lies, 0 to 1.</param>
    public NetworkBatch Batch(float[] shares)
    {
        int rows = shares.Length;
        bool[] padding = [.. Enumerable.Repeat(Padding, rows).SelectMany(one => one)];
        bool[] noSeries = [.. Enumerable.Repeat(NoSeries, rows)];
        return new NetworkBatch(
            tensor(Line(StartStatics, EndStatics, shares), dtype: ScalarType.Float32).reshape(rows, Shape.StaticCount),
            tensor(Line(StartSeries, EndSeries, shares), dtype: ScalarType.Float32)
                .reshape(rows, Shape.Steps, Shape.StepWidth),
            tensor(padding, dtype: ScalarType.Bool).reshape(rows, Shape.Steps),
            tensor(noSeries, dtype: ScalarType.Bool).reshape(rows, 1)
        );
    }

    private static float[] StartOf(FeatureEncoder encoder, float[] series, NetworkOptions shape)
    {
        int channels = shape.ChannelCount;
        float[] masks = new float[shape.Steps * channels];
        for (int i = 0; i < masks.Length; i++)
        {
            masks[i] = series[(i / channels * shape.StepWidth) + channels + (i % channels)];
        }

        float[] values = encoder.BaselineSeries(masks);
        float[] start = [.. series];
        for (int i = 0; i < values.Length; i++)
        {
            start[(i / channels * shape.StepWidth) + (i % channels)] = values[i];
        }

        return start;
    }

    private static float[] Line(float[] start, float[] end, float[] shares)
    {
        float[] points = new float[shares.Length * start.Length];
        for (int row = 0; row < shares.Length; row++)
        {
            for (int i = 0; i < start.Length; i++)
            {
                points[(row * start.Length) + i] = start[i] + (shares[row] * (end[i] - start[i]));
            }
        }

        return points;
    }
}
