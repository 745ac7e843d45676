namespace TorchSharp.Functional;

/// <summary>Query steps, key steps, batch, heads and features of a head.</summary>
internal sealed record AttentionSize(int Queries, int Keys, int Batch, int Heads, int Depth);
