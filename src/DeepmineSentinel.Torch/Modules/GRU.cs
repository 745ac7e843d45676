using System.Diagnostics.CodeAnalysis;
using TorchSharp.Functional;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules;

/// <summary>
/// Gated recurrent units of one or more layers, forward in time or in both directions, with dropout between the layers
/// while training.
/// </summary>
public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly RecurrentLayers layers;

    internal GRU(RecurrentOptions options)
        : base(nameof(GRU))
    {
        layers = new RecurrentLayers(this, options, gates: 3);
    }

    /// <summary>Nothing to do: the weights are packed as they are used.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "TorchSharp has it on the instance.")]
    public void flatten_parameters() { }

    /// <summary>As <see cref="forward"/>.</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => forward(input, h0!);

    /// <summary>
    /// Packed sequences of different lengths and first states [layers D, batch, hidden] of D directions (null: zeros) to all
    /// states of the last layer, packed likewise, and each row's last states.
    /// </summary>
    public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var states = input.Sorted(layers.FirstStates(h0, nameof(h0), input.Batch)).unbind();
        Tensor Run(Tensor data, int index)
        {
            (Tensor, Tensor[]) Step(Tensor x, Tensor[] first)
            {
                var (output, state) = GruFunction.Run(x, layers[index], first[0]);
                return (output, [state]);
            }

            var (output, last) = PackedPass.Run(input.Rows, data, [states[index]], layers.GoesBack(index), Step);
            states[index] = last[0];
            return output;
        }

        var result = layers.Run(input.data, training, Run, static x => x);
        return (input.With(result), input.Unsorted(stack(states)));
    }

    /// <summary>
    /// [time, batch, in] ([batch, time, in] if batch first) and first states [layers D, batch, hidden] of D directions
    /// (null: zeros) to all states of the last layer [time, batch, D hidden] and the last states of each layer and direction.
    /// </summary>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        var sequence = layers.TimeFirst(input);
        var first = layers.FirstStates(h0, nameof(h0), sequence.Sizes[1]);
        var states = new Tensor[layers.Count];
        Tensor Run(Tensor x, int i)
        {
            (var output, states[i]) = GruFunction.Run(x, layers[i], first.select(0, i));
            return output;
        }

        var result = layers.Run(sequence, training, Run, static x => x.flip(0));
        return (layers.InOrder(result), stack(states));
    }
}
