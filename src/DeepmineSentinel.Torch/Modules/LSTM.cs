using System.Diagnostics.CodeAnalysis;
using TorchSharp.Functional;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules;

/// <summary>
/// A long short-term memory of one or more layers, forward in time or in both directions, with dropout between the layers
/// while training.
/// </summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentLayers layers;

    internal LSTM(RecurrentOptions options)
        : base(nameof(LSTM))
    {
        layers = new RecurrentLayers(this, options, gates: 4);
    }

    /// <summary>Nothing to do: the weights are packed as they are used.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "TorchSharp has it on the instance.")]
    public void flatten_parameters() { }

    /// <summary>As <see cref="forward(Tensor, ValueTuple{Tensor, Tensor}?)"/>.</summary>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => forward(input, h0_c0);

    /// <summary>
    /// Packed sequences of different lengths and first states and cells [layers D, batch, hidden] of D directions (null:
    /// zeros) to all states of the last layer, packed likewise, and each row's last states and cells.
    /// </summary>
    public (PackedSequence, Tensor, Tensor) call(PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var states = input.Sorted(layers.FirstStates(h0_c0?.Item1, "h0", input.Batch)).unbind();
        var cells = input.Sorted(layers.FirstStates(h0_c0?.Item2, "c0", input.Batch)).unbind();
        Tensor Run(Tensor data, int index)
        {
            (Tensor, Tensor[]) Step(Tensor x, Tensor[] first)
            {
                var (output, state, cell) = LstmFunction.Run(x, layers[index], first[0], first[1]);
                return (output, [state, cell]);
            }

            var (output, last) = PackedPass.Run(
                input.Rows,
                data,
                [states[index], cells[index]],
                layers.GoesBack(index),
                Step
            );
            (states[index], cells[index]) = (last[0], last[1]);
            return output;
        }

        var result = layers.Run(input.data, training, Run, static x => x);
        return (input.With(result), input.Unsorted(stack(states)), input.Unsorted(stack(cells)));
    }

    /// <summary>
    /// [time, batch, in] ([batch, time, in] if batch first) and first states and cells [layers D, batch, hidden] of D
    /// directions (null: zeros) to all states of the last layer [time, batch, D hidden] and the last states and cells of
    /// each layer and direction.
    /// </summary>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var sequence = layers.TimeFirst(input);
        var firstStates = layers.FirstStates(h0_c0?.Item1, "h0", sequence.Sizes[1]);
        var firstCells = layers.FirstStates(h0_c0?.Item2, "c0", sequence.Sizes[1]);
        var (states, cells) = (new Tensor[layers.Count], new Tensor[layers.Count]);
        Tensor Run(Tensor x, int i)
        {
            (var output, states[i], cells[i]) = LstmFunction.Run(
                x,
                layers[i],
                firstStates.select(0, i),
                firstCells.select(0, i)
            );
            return output;
        }

        var result = layers.Run(sequence, training, Run, static x => x.flip(0));
        return (layers.InOrder(result), stack(states), stack(cells));
    }
}
