using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>[4H, D], [4H, H] and two biases [4H] (both or none), gates in PyTorch's order.</summary>
internal sealed record LstmWeights(Tensor Input, Tensor Recurrent, Tensor? InputBias, Tensor? RecurrentBias);
