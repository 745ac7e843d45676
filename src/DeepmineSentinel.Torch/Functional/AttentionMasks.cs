using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Keys to ignore [B, S] and a mask of scores [L, S] or [B heads, L, S]; either may be missing.</summary>
internal sealed record AttentionMasks(Tensor? Keys, Tensor? Scores);
