using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>The first state, and all steps' gates, recurrent sums and states.</summary>
internal sealed record GruStates(Tensor First, Tensor Gates, Tensor Recurrent, Tensor Output);
