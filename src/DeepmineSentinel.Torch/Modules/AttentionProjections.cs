using TorchSharp.Functional;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The trained parts of attention before the scores, under PyTorch's keys: projections and the added key and value.</summary>
internal sealed class AttentionProjections
{
    private readonly int width;
    private readonly Parameter? joint;
    private readonly Parameter? ofQuery;
    private readonly Parameter? ofKey;
    private readonly Parameter? ofValue;
    private readonly Parameter? bias;
    private readonly Parameter? addedKey;
    private readonly Parameter? addedValue;

    public AttentionProjections(nn.Module owner, AttentionOptions options)
    {
        width = (int)options.Width;
        if (options.IsJoint)
        {
            joint = Added(owner, "in_proj_weight", Uniform(3 * width, width));
        }
        else
        {
            ofQuery = Added(owner, "q_proj_weight", Uniform(width, width));
            ofKey = Added(owner, "k_proj_weight", Uniform(width, options.KeyWidth));
            ofValue = Added(owner, "v_proj_weight", Uniform(width, options.ValueWidth));
        }

        if (options.Bias)
        {
            bias = Added(owner, "in_proj_bias", Initialised.Filled([3 * width], 0));
        }

        if (options.AddsBias)
        {
            var deviation = Math.Sqrt(1.0 / width);
            addedKey = Added(owner, "bias_k", Initialised.Normal([1, 1, width], deviation));
            addedValue = Added(owner, "bias_v", Initialised.Normal([1, 1, width], deviation));
        }
    }

    /// <summary>
    /// The weights of the whole module, if they project inputs that may be one and the same to keys and values and nothing is
    /// put behind those; else null.
    /// </summary>
    public AttentionWeights? Whole(Linear output) =>
        joint is null || addedKey is not null ? null : new AttentionWeights(joint, bias, output.weight!, output.bias);

    /// <summary>Projects; equal inputs go through one product.</summary>
    public AttentionParts Project(Tensor query, Tensor key, Tensor value)
    {
        if (joint is null)
        {
            return new AttentionParts(
                nn.functional.linear(query, ofQuery!, Bias(0, 1)),
                nn.functional.linear(key, ofKey!, Bias(1, 1)),
                nn.functional.linear(value, ofValue!, Bias(2, 1)),
                0,
                0
            );
        }

        if (ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            return AttentionParts.Joint(nn.functional.linear(query, joint, bias), width);
        }

        var first = Apart(joint, query, 0, 1);
        return ReferenceEquals(key, value)
            ? AttentionParts.Pair(first, Apart(joint, key, 1, 2), width)
            : new AttentionParts(first, Apart(joint, key, 1, 1), Apart(joint, value, 2, 1), 0, 0);
    }

    /// <summary>The trained key and value [1, batch, E] put behind the others, which the masks let through.</summary>
    public (AttentionParts Parts, AttentionMasks Masks) WithBias(AttentionParts parts, AttentionMasks masks) =>
        addedKey is null ? (parts, masks) : (parts.Lengthened(addedKey, addedValue!, width), masks.Lengthened());

    /// <summary>Uniform within sqrt(6 / (in + out)).</summary>
    private static Parameter Uniform(long rows, long columns) =>
        Initialised.Uniform([rows, columns], Math.Sqrt(6.0 / (rows + columns)));

    private static Parameter Added(nn.Module owner, string key, Parameter parameter)
    {
        owner.register_parameter(key, parameter);
        return parameter;
    }

    private Tensor Apart(Parameter weight, Tensor input, int part, int parts) =>
        nn.functional.linear(input, weight.narrow(0, part * width, parts * width), Bias(part, parts));

    private Tensor? Bias(int part, int parts) => bias?.narrow(0, part * width, parts * width);
}
