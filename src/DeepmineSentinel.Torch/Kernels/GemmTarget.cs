namespace TorchSharp.Kernels;

/// <summary>Rows that a product is written to, and what it is added to: nothing, what is there, or one row for all.</summary>
internal readonly unsafe struct GemmTarget
{
    private GemmTarget(float* data, nint step, float* start, nint startStep)
    {
        Data = data;
        Step = step;
        Start = start;
        StartStep = startStep;
    }

    public float* Data { get; }

    public nint Step { get; }

    /// <summary>What the sums start with, or null for zero.</summary>
    public float* Start { get; }

    public nint StartStep { get; }

    public static GemmTarget Fresh(float* data, nint step) => new(data, step, null, 0);

    public static GemmTarget Added(float* data, nint step) => new(data, step, data, step);

    /// <summary>Every row of the product is added to the same row, which may be null.</summary>
    public static GemmTarget OnRow(float* row, float* data, nint step) => new(data, step, row, 0);

    /// <summary>What the next block of depth is added to.</summary>
    public GemmTarget Continued => Added(Data, Step);

    public GemmTarget At(nint row, nint column) =>
        new(Data + row * Step + column, Step, Start == null ? null : Start + row * StartStep + column, StartStep);
}
