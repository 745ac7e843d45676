using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Keys to ignore [B, S] and a mask of scores [L, S] or [B heads, L, S]; either may be missing.</summary>
internal sealed record AttentionMasks(Tensor? Keys, Tensor? Scores)
{
    /// <summary>One key more, which is neither ignored nor masked.</summary>
    public AttentionMasks Lengthened() => new(Lengthened(Keys), Lengthened(Scores));

    private static Tensor? Lengthened(Tensor? mask) =>
        mask is null ? null : cat([mask, zeros([.. mask.Sizes[..^1], 1], mask.dtype)], -1);
}
