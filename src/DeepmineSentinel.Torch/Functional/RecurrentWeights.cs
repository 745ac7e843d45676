using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>[G H, D], [G H, H] and two biases [G H] (both or none), gates in PyTorch's order; G is 4 in an LSTM, 3 in a GRU.</summary>
internal sealed record RecurrentWeights(Tensor Input, Tensor Recurrent, Tensor? InputBias, Tensor? RecurrentBias);
