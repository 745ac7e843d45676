using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Query steps, key steps, batch, heads and features of a head.</summary>
internal readonly record struct AttentionSize(int Queries, int Keys, int Batch, int Heads, int Depth)
{
    /// <summary>Floats from one query's weights to the next's.</summary>
    public int Padded { get; } = AttentionKernel.Padded(Keys);

    /// <summary>Heads that a thread takes at least.</summary>
    public int Grain => Threads.Grain(8L * Queries * Keys * (Depth + 8), 1);

    /// <summary>One head's weights [queries, keys].</summary>
    public unsafe MatrixView Weights(float* data) => new(data, Queries, Keys, Padded, 1);
}
