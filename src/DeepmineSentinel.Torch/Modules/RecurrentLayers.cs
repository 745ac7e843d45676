using TorchSharp.Functional;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The layers and directions of an LSTM or a GRU: their weights under PyTorch's keys, and the way of a sequence through them.
/// Index l D + d names direction d of layer l of D directions.
/// </summary>
internal sealed class RecurrentLayers
{
    private readonly RecurrentOptions options;
    private readonly string kind;
    private readonly RecurrentWeights[] weights;

    public RecurrentLayers(nn.Module owner, RecurrentOptions options, int gates)
    {
        (this.options, kind) = (options.Checked(), owner.GetName());
        weights = new RecurrentWeights[options.Layers * options.Directions];
        var bound = 1 / Math.Sqrt(options.Hidden);
        var rows = gates * options.Hidden;
        for (var i = 0; i < weights.Length; i++)
        {
            var layer = i / options.Directions;
            var inputs = layer == 0 ? options.Inputs : options.Hidden * options.Directions;
            var suffix = i % options.Directions == 0 ? $"_l{layer}" : $"_l{layer}_reverse";
            weights[i] = new RecurrentWeights(
                Added(owner, "weight_ih" + suffix, [rows, inputs], bound),
                Added(owner, "weight_hh" + suffix, [rows, options.Hidden], bound),
                options.Bias ? Added(owner, "bias_ih" + suffix, [rows], bound) : null,
                options.Bias ? Added(owner, "bias_hh" + suffix, [rows], bound) : null
            );
        }
    }

    public int Count => weights.Length;

    public RecurrentWeights this[int index] => weights[index];

    /// <summary>Whether a direction runs from the last step to the first.</summary>
    public bool GoesBack(int index) => index % options.Directions == 1;

    /// <summary>The input time first; throws unless it is float32 [time, batch, in], [batch, time, in] if batch first.</summary>
    public Tensor TimeFirst(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Sizes.Length != 3 || input.Sizes[2] != options.Inputs || input.dtype != ScalarType.Float32)
        {
            throw new ArgumentException(
                $"{kind} needs float32 of three dimensions ending with {options.Inputs}, "
                    + $"not {Shapes.Show(input.Sizes)} {input.dtype}."
            );
        }

        return input.Count > 0
            ? InOrder(input)
            : throw new ArgumentException(
                $"{kind} needs at least one step and one row, not {Shapes.Show(input.Sizes)}."
            );
    }

    /// <summary>Time first to batch first and back, if the module is batch first.</summary>
    public Tensor InOrder(Tensor sequence) => options.BatchFirst ? sequence.transpose(0, 1) : sequence;

    /// <summary>First states [layers D, batch, hidden], zeros if none are given; throws if those given have another shape.</summary>
    public Tensor FirstStates(Tensor? given, string name, long batch)
    {
        long[] wanted = [weights.Length, batch, options.Hidden];
        return given is null ? zeros(wanted)
            : Shapes.Same(given.Sizes, wanted) ? given
            : throw new ArgumentException(
                $"{kind}: {name} {Shapes.Show(given.Sizes)} should be {Shapes.Show(wanted)}."
            );
    }

    /// <summary>
    /// Runs all layers and directions. <paramref name="run"/> takes a sequence in the order of its time and the index of
    /// weights and states; <paramref name="turned"/> turns time round.
    /// </summary>
    public Tensor Run(Tensor sequence, bool training, Func<Tensor, int, Tensor> run, Func<Tensor, Tensor> turned)
    {
        for (var layer = 0; layer < options.Layers; layer++)
        {
            sequence = options.Bidirectional
                ? cat([run(sequence, 2 * layer), turned(run(turned(sequence), 2 * layer + 1))], -1)
                : run(sequence, layer);
            if (options.Dropout > 0 && training && layer + 1 < options.Layers)
            {
                sequence = nn.functional.dropout(sequence, options.Dropout);
            }
        }

        return sequence;
    }

    private static Parameter Added(nn.Module owner, string key, long[] sizes, double bound)
    {
        var parameter = Initialised.Uniform(sizes, bound);
        owner.register_parameter(key, parameter);
        return parameter;
    }
}
