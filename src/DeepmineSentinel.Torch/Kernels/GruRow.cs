namespace TorchSharp.Kernels;

/// <summary>A row of a GRU's step: the gates (sums, then activated), the recurrent sums, and the state before.</summary>
internal readonly unsafe struct GruRow
{
    public GruRow(float* gates, float* recurrent, float* before)
    {
        Gates = gates;
        Recurrent = recurrent;
        Before = before;
    }

    public float* Gates { get; }

    public float* Recurrent { get; }

    public float* Before { get; }
}
