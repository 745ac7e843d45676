using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Contiguous weights of queries, keys and values [3 E, E] and of the output [E, E], and their biases, which may be missing.</summary>
internal readonly record struct AttentionWeights(Tensor Joint, Tensor? Bias, Tensor Output, Tensor? OutputBias);
