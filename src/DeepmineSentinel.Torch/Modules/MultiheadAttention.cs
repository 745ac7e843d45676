using TorchSharp.Functional;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention of several heads over [time, batch, features].</summary>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor, bool, Tensor, Tuple<Tensor, Tensor>>
{
    private readonly int width;
    private readonly int heads;
    private readonly Parameter weight;
    private readonly Parameter? bias;
    private readonly Linear projection;

    internal MultiheadAttention(long width, long heads, bool hasBias)
        : base(nameof(MultiheadAttention))
    {
        if (heads < 1 || width % heads != 0)
        {
            throw new ArgumentException($"{width} features do not split into {heads} heads.");
        }

        (this.width, this.heads) = ((int)width, (int)heads);
        weight = Initialised.Uniform([3 * width, width], Math.Sqrt(6.0 / (4 * width)));
        register_parameter("in_proj_weight", weight);
        if (hasBias)
        {
            bias = Initialised.Filled([3 * width], 0);
            register_parameter("in_proj_bias", bias);
        }

        projection = new Linear(width, width, hasBias);
        if (hasBias)
        {
            projection.bias!.fill(0);
        }

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
    /// Queries [L, batch, E], keys and values [S, batch, E], keys to ignore [batch, S] (true: ignored; may be null), mask
    /// [L, S] or [batch heads, L, S] (true: ignored, floats are added; may be null) to [L, batch, E] and, if wanted, the
    /// weights' mean over the heads [batch, L, S]. A row without any key is NaN.
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
        var parts = Project(query, key, value);
        if (!need_weights && attn_mask is null)
        {
            return Tuple.Create(
                projection.forward(AttentionFunction.Run(parts, key_padding_mask, heads, width)),
                (Tensor)null!
            );
        }

        var (joined, weights) = PlainAttention.Run(
            parts,
            new AttentionMasks(key_padding_mask, attn_mask),
            heads,
            width
        );
        return Tuple.Create(projection.forward(joined), need_weights ? weights.mean([1]) : null!);
    }

    private AttentionParts Project(Tensor query, Tensor key, Tensor value)
    {
        if (ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            return AttentionParts.Joint(nn.functional.linear(query, weight, bias), width);
        }

        var first = nn.functional.linear(query, weight.narrow(0, 0, width), bias?.narrow(0, 0, width));
        if (ReferenceEquals(key, value))
        {
            var pair = nn.functional.linear(key, weight.narrow(0, width, 2 * width), bias?.narrow(0, width, 2 * width));
            return AttentionParts.Pair(first, pair, width);
        }

        var second = nn.functional.linear(key, weight.narrow(0, width, width), bias?.narrow(0, width, width));
        var third = nn.functional.linear(value, weight.narrow(0, 2 * width, width), bias?.narrow(0, 2 * width, width));
        return new AttentionParts(first, second, third, 0, 0);
    }

    private void Check(Tensor query, Tensor key, Tensor value, Tensor? mask)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var fits =
            query.Sizes.Length == 3
            && key.Sizes.Length == 3
            && Shapes.Same(key.Sizes, value.Sizes)
            && query.Sizes[1] == key.Sizes[1]
            && query.Sizes[2] == width
            && key.Sizes[2] == width
            && query.dtype == ScalarType.Float32
            && key.Count > 0;
        if (!fits)
        {
            throw new ArgumentException(
                $"Attention of {width} features: queries {Shapes.Show(query.Sizes)}, keys {Shapes.Show(key.Sizes)}, "
                    + $"values {Shapes.Show(value.Sizes)} should be float32 [time, batch, {width}]."
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
}
