using TorchSharp.Functional;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A long short-term memory of one or more layers, forward in time.</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly LstmWeights[] layers;
    private readonly long inputs;
    private readonly long hidden;
    private readonly bool batchFirst;

    internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst)
        : base(nameof(LSTM))
    {
        (inputs, hidden, this.batchFirst) = (inputSize, hiddenSize, batchFirst);
        layers = new LstmWeights[numLayers];
        var bound = 1 / Math.Sqrt(hiddenSize);
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i] = new LstmWeights(
                Added($"weight_ih_l{i}", [4 * hiddenSize, i == 0 ? inputSize : hiddenSize], bound),
                Added($"weight_hh_l{i}", [4 * hiddenSize, hiddenSize], bound),
                bias ? Added($"bias_ih_l{i}", [4 * hiddenSize], bound) : null,
                bias ? Added($"bias_hh_l{i}", [4 * hiddenSize], bound) : null
            );
        }
    }

    /// <summary>Nothing to do: the weights are packed as they are used.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Performance",
        "CA1822",
        Justification = "TorchSharp has it on the instance."
    )]
    public void flatten_parameters() { }

    /// <summary>As <see cref="forward(Tensor, ValueTuple{Tensor, Tensor}?)"/>.</summary>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => forward(input, h0_c0);

    /// <summary>
    /// [time, batch, in] ([batch, time, in] if batch first) and first states and cells [layers, batch, hidden] (null: zeros)
    /// to all states of the last layer and the last states and cells of each layer.
    /// </summary>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Sizes.Length != 3 || input.Sizes[2] != inputs || input.dtype != ScalarType.Float32)
        {
            throw new ArgumentException(
                $"LSTM needs float32 of three dimensions ending with {inputs}, not {Shapes.Show(input.Sizes)} {input.dtype}."
            );
        }

        var sequence = batchFirst ? input.transpose(0, 1) : input;
        if (sequence.Count == 0)
        {
            throw new ArgumentException($"LSTM needs at least one step and one row, not {Shapes.Show(input.Sizes)}.");
        }

        var states = new Tensor[layers.Length];
        var cells = new Tensor[layers.Length];
        for (var i = 0; i < layers.Length; i++)
        {
            var (state, cell) = First(h0_c0, i, sequence.Sizes[1]);
            (sequence, states[i], cells[i]) = LstmFunction.Run(sequence, layers[i], state, cell);
        }

        return (batchFirst ? sequence.transpose(0, 1) : sequence, stack(states), stack(cells));
    }

    private (Tensor State, Tensor Cell) First((Tensor, Tensor)? given, int layer, long batch)
    {
        if (given is not { } first)
        {
            var none = zeros(batch, hidden);
            return (none, none);
        }

        long[] wanted = [layers.Length, batch, hidden];
        if (!Shapes.Same(first.Item1.Sizes, wanted) || !Shapes.Same(first.Item2.Sizes, wanted))
        {
            throw new ArgumentException(
                $"h0 {Shapes.Show(first.Item1.Sizes)} and c0 {Shapes.Show(first.Item2.Sizes)} should be {Shapes.Show(wanted)}."
            );
        }

        return (first.Item1.select(0, layer), first.Item2.select(0, layer));
    }

    private Parameter Added(string key, long[] sizes, double bound)
    {
        var parameter = Initialised.Uniform(sizes, bound);
        register_parameter(key, parameter);
        return parameter;
    }
}
