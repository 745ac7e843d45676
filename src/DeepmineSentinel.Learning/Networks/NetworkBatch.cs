using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>What the network takes. B samples, T steps, S static numbers, D = channels and their masks.</summary>
/// <param name="Statics">Standardised static numbers, [B, S].</param>
/// <param name="Series">Standardised values, then masks, [B, T, D]; a missing value is 0 with mask 0.</param>
/// <param name="Padding">True where attention ignores a step because no channel has a value, [B, T]. All false in a row without any reading.</param>
/// <param name="NoSeries">True for a row without any reading, [B, 1].</param>
public sealed record NetworkBatch(Tensor Statics, Tensor Series, Tensor Padding, Tensor NoSeries);
