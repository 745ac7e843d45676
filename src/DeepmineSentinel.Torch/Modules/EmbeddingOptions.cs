namespace TorchSharp.Modules;

/// <summary>What an embedding is told beside its size.</summary>
internal sealed record EmbeddingOptions(long? PaddingRow, double? MaxNorm, double NormType, bool ScalesByCount);
