using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Query steps, key steps, batch, heads and features of a head.</summary>
internal readonly record struct AttentionSize(int Queries, int Keys, int Batch, int Heads, int Depth)
{
    /// <summary>Floats from one query's weights to the next's.</summary>
    public int Padded { get; } = AttentionKernel.Padded(Keys);

    /// <summary>Floats of one head's weights, with the padding.</summary>
    public int WeightsLength => Queries * Padded;

    /// <summary>Features of all heads.</summary>
    public int Width => Heads * Depth;

    /// <summary>Floats of one head's queries or results.</summary>
    public int QueryHead => Queries * Depth;

    /// <summary>Floats of one head's keys or values.</summary>
    public int KeyHead => Keys * Depth;

    /// <summary>Heads that a thread takes at least.</summary>
    public int Grain => Threads.Grain(8L * Queries * Keys * (Depth + 8), 1);

    /// <summary>One head's weights [queries, keys].</summary>
    public unsafe MatrixView Weights(float* data) => new(data, Queries, Keys, Padded, 1);

    /// <summary>One head's queries, results or their gradients [queries, d].</summary>
    public unsafe MatrixView OfQueries(float* data) => MatrixView.Packed(data, Queries, Depth);

    /// <summary>One head's keys, values or their gradients [keys, d].</summary>
    public unsafe MatrixView OfKeys(float* data) => MatrixView.Packed(data, Keys, Depth);
}
