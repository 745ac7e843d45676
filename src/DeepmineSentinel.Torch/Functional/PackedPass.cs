using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>
/// Sequences of different lengths through one direction of a layer: steps with equally many rows go through together, and
/// rows leave (backwards: join) between them. Nothing is computed for steps that a row does not have.
/// </summary>
internal static class PackedPass
{
    /// <summary>One direction of a layer over [steps, rows, in] from the rows' states: all outputs and the last states.</summary>
    public delegate (Tensor Output, Tensor[] States) Step(Tensor input, Tensor[] states);

    /// <summary>Packed rows in, packed rows out, with the first and last states [batch, hidden] of all rows.</summary>
    public static (Tensor Output, Tensor[] Last) Run(
        PackedRows rows,
        Tensor data,
        Tensor[] first,
        bool backwards,
        Step step
    ) => backwards ? Backward(rows, data, first, step) : Forward(rows, data, first, step);

    private static (Tensor Output, Tensor[] Last) Forward(PackedRows rows, Tensor data, Tensor[] first, Step step)
    {
        var outputs = new List<Tensor>();
        var ended = new List<Tensor[]>();
        var states = first;
        foreach (var block in rows.Blocks)
        {
            var left = states[0].Sizes[0] - block.Rows;
            if (left > 0)
            {
                ended.Add(Array.ConvertAll(states, s => s.narrow(0, block.Rows, left)));
                states = Array.ConvertAll(states, s => s.narrow(0, 0, block.Rows));
            }

            (var output, states) = step(block.Of(data), states);
            outputs.Add(output.reshape(block.Count, -1));
        }

        ended.Add(states);
        ended.Reverse();
        return (cat(outputs), Joined(ended));
    }

    private static (Tensor Output, Tensor[] Last) Backward(PackedRows rows, Tensor data, Tensor[] first, Step step)
    {
        var outputs = new List<Tensor>();
        var states = Array.ConvertAll(first, s => s.narrow(0, 0, 0));
        for (var i = rows.Blocks.Count - 1; i >= 0; i--)
        {
            var block = rows.Blocks[i];
            var running = states[0].Sizes[0];
            var joining = Array.ConvertAll(first, s => s.narrow(0, running, block.Rows - running));
            states = running == 0 ? joining : Joined([states, joining]);
            (var output, states) = step(block.Of(data).flip(0), states);
            outputs.Add(output.flip(0).reshape(block.Count, -1));
        }

        outputs.Reverse();
        return (cat(outputs), states);
    }

    /// <summary>Rows behind each other, for every kind of state.</summary>
    private static Tensor[] Joined(List<Tensor[]> parts)
    {
        var result = new Tensor[parts[0].Length];
        for (var i = 0; i < result.Length; i++)
        {
            var kind = i;
            result[i] = parts.Count == 1 ? parts[0][i] : cat(parts.ConvertAll(p => p[kind]));
        }

        return result;
    }
}
