namespace TorchSharp.Functional;

/// <summary>What the way back needs to know beside the saved tensors.</summary>
internal sealed record AttentionState(AttentionSize Size, int KeyColumn, int ValueColumn);
