using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>The first state and cell, and all steps' states, cells and tanh of cells.</summary>
internal sealed record LstmStates(Tensor State, Tensor Cell, Tensor Output, Tensor Cells, Tensor Tanhs);
