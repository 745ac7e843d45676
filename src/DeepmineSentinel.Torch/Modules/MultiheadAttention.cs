using TorchSharp.Functional;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention of several heads over [time, batch, features].</summary>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor, bool, Tensor, Tuple<Tensor, Tensor>>
{
    private readonly AttentionOptions options;
    private readonly AttentionProjections projections;
    private readonly Linear projection;

    internal MultiheadAttention(AttentionOptions options)
        : base(nameof(MultiheadAttention))
    {
        this.options = options.Checked();
        projections = new AttentionProjections(this, options);
        projection = new Linear(options.Width, options.Width, options.Bias);
        projection.bias?.fill(0);
        register_module("out_proj", projection);
    }

    /// <summary>As <see cref="forward"/>.</summary>
    public new Tuple<Tensor, Tensor> call(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor? key_padding_mask = null,
        bool need_weights = true,
        Tensor? attn_mask = null
    ) => forward(query, key, value, key_padding_mask!, need_weights, attn_mask!);

    /// <summary>
    /// Queries [L, batch, E], keys and values [S, batch, their features], keys to ignore [batch, S] (true: ignored; may be
    /// null), mask [L, S] or [batch heads, L, S] (true: ignored, floats are added; may be null) to [L, batch, E] and, if
    /// wanted, the weights' mean over the heads [batch, L, S + added keys], after dropout. A row without any key is NaN.
    /// </summary>
    public override Tuple<Tensor, Tensor> forward(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor key_padding_mask,
        bool need_weights,
        Tensor attn_mask
    )
    {
        Check(query, key, value, key_padding_mask);
        var dropout = training ? options.Dropout : 0;
        var keepsWeights = need_weights || attn_mask is not null || dropout > 0;
        if (!keepsWeights && Predicted(query, key, value, key_padding_mask) is { } output)
        {
            return Tuple.Create(output, (Tensor)null!);
        }

        var (parts, masks) = projections.WithBias(
            projections.Project(query, key, value),
            new AttentionMasks(key_padding_mask, attn_mask)
        );
        if (options.AddsZero)
        {
            var nothing = zeros([1, 1, options.Width]);
            (parts, masks) = (parts.Lengthened(nothing, nothing, (int)options.Width), masks.Lengthened());
        }

        var (heads, width) = ((int)options.Heads, (int)options.Width);
        if (!keepsWeights)
        {
            var fused = AttentionFunction.Run(parts, masks.Keys, heads, width);
            return Tuple.Create(projection.forward(fused), (Tensor)null!);
        }

        var (joined, weights) = PlainAttention.Run(parts, masks, heads, dropout);
        return Tuple.Create(projection.forward(joined), need_weights ? weights.mean([1]) : null!);
    }

    /// <summary>The output where nothing is recorded and the keys are the values too; else null.</summary>
    private Tensor? Predicted(Tensor query, Tensor key, Tensor value, Tensor? mask)
    {
        var whole = options.AddsZero || !ReferenceEquals(key, value) ? null : projections.Whole(projection);
        return whole is { } weights && AttentionPrediction.Serves(query, key, weights)
            ? AttentionPrediction.Run(query, key, mask, weights, (int)options.Heads)
            : null;
    }

    private void Check(Tensor query, Tensor key, Tensor value, Tensor? mask)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var fits =
            Has(query, options.Width)
            && Has(key, options.KeyWidth)
            && Has(value, options.ValueWidth)
            && Shapes.Same(key.Sizes.AsSpan(0, 2), value.Sizes.AsSpan(0, 2))
            && query.Sizes[1] == key.Sizes[1]
            && key.Count > 0;
        if (!fits)
        {
            throw new ArgumentException(
                $"Attention of {options.Width}, {options.KeyWidth} and {options.ValueWidth} features: queries "
                    + $"{Shapes.Show(query.Sizes)}, keys {Shapes.Show(key.Sizes)} and values {Shapes.Show(value.Sizes)} "
                    + "should be float32 [time, batch, features]."
            );
        }

        if (
            mask is not null
            && (mask.dtype != ScalarType.Bool || !Shapes.Same(mask.Sizes, [key.Sizes[1], key.Sizes[0]]))
        )
        {
            throw new ArgumentException(
                $"key_padding_mask {Shapes.Show(mask.Sizes)} {mask.dtype} should be Bool [{key.Sizes[1]}, {key.Sizes[0]}]."
            );
        }
    }

    private static bool Has(Tensor tensor, long features) =>
        tensor.Sizes.Length == 3 && tensor.Sizes[2] == features && tensor.dtype == ScalarType.Float32;
}
