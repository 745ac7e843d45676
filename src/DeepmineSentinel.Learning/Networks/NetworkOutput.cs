using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>What the network answers, before calibration.</summary>
/// <param name="Condition">Logits of the classes, best to worst, [B, K].</param>
/// <param name="Hazard">Logits of failing in each interval given standing at its start, [B, 5].</param>
public sealed record NetworkOutput(Tensor Condition, Tensor Hazard);
