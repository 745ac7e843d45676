namespace TorchSharp.Kernels;

/// <summary>Rows of an elementwise operation; steps are 0 or 1.</summary>
internal unsafe struct ElementRow
{
    /// <summary>Elements that a thread takes at least.</summary>
    public const int Grain = 32_768;

    public float* A { get; init; }

    public int StepA { get; init; }

    public float* B { get; init; }

    public int StepB { get; init; }

    public float* Result { get; init; }
}
