using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Some rows of the batch on their way through a whole attention module.</summary>
internal unsafe struct AttentionPredictionPass
{
    /// <summary>Rows of a product at a time: enough for whole blocks, few enough for the cache.</summary>
    private const int RowsOfProduct = 96;

    public AttentionSize Size { get; init; }

    /// <summary>The inputs that become queries, and, if nothing else is projected, keys and values.</summary>
    public HeadRows Asked { get; init; }

    /// <summary>The inputs that become keys and values.</summary>
    public HeadRows Read { get; init; }

    /// <summary>Keys to ignore, a byte for each of each batch row, or null.</summary>
    public byte* Ignored { get; init; }

    /// <summary>To queries, or to queries, keys and values.</summary>
    public Projection OfAsked { get; init; }

    /// <summary>To keys and values; without columns if they come with the queries.</summary>
    public Projection OfRead { get; init; }

    /// <summary>Of the joined heads.</summary>
    public Projection OfResults { get; init; }

    public HeadRows Output { get; init; }

    /// <summary>Rows of the batch that a thread takes at least.</summary>
    public readonly int Grain
    {
        get
        {
            var projected = (long)Size.Queries * (OfAsked.Columns + Size.Width) + (long)Size.Keys * OfRead.Columns;
            var scores = 8L * Size.Heads * Size.Queries * Size.Keys * (Size.Depth + 8);
            return Threads.Grain(2 * Size.Width * projected + scores, 1);
        }
    }

    public static void Run(void* state, int from, int to)
    {
        var pass = *(AttentionPredictionPass*)state;
        var step = Math.Clamp(RowsOfProduct / Math.Max(pass.Size.Queries, pass.Size.Keys), 1, to - from);
        var room = Scratch.Floats(pass.RoomLength(step));
        for (var first = from; first < to; first += step)
        {
            pass.Rows(first, Math.Min(step, to - first), room);
        }
    }

    /// <summary>One head's weights and panels, then inputs, joined heads and both projections of some rows of the batch.</summary>
    private readonly int RoomLength(int rows)
    {
        var inputs = Math.Max(Size.Queries, Size.Keys) * Size.Width;
        var projections = Size.Queries * OfAsked.Columns + Size.Keys * OfRead.Columns;
        var padding = (Size.Padded - Size.Keys) * Math.Max(OfAsked.Columns, OfRead.Columns);
        var head = Size.WeightsLength + AttentionRow.PanelsLength(Size);
        return head + rows * (inputs + Size.Queries * Size.Width + projections) + padding;
    }

    private readonly void Rows(int first, int count, float* room)
    {
        var (queries, keys) = (count * Size.Queries, count * Size.Keys);
        var inputs = room + Size.WeightsLength + AttentionRow.PanelsLength(Size);
        var results = MatrixView.Packed(inputs + Math.Max(queries, keys) * Size.Width, queries, Size.Width);
        var asked = MatrixView.Packed(results.End, queries, OfAsked.Columns);
        var read = asked.From(0, Size.Width);
        Asked.GatherRows(first, count, inputs);
        OfAsked.Run(inputs, queries, asked.Data);
        if (OfRead.Columns > 0)
        {
            read = MatrixView.Packed(asked.End, keys, OfRead.Columns);
            Read.GatherRows(first, count, inputs);
            OfRead.Run(inputs, keys, read.Data);
        }

        for (var i = 0; i < count; i++)
        {
            var (query, key) = (i * Size.Queries, i * Size.Keys);
            Heads(first + i, asked.From(query, 0), read.From(key, 0), results.From(query, 0), room);
        }

        OfResults.Run(results.Data, queries, inputs);
        Output.ScatterRows(first, count, inputs);
    }

    /// <summary>All heads of one row of the batch, whose keys and values lie side by side.</summary>
    private readonly void Heads(int batchRow, MatrixView asked, MatrixView read, MatrixView results, float* room)
    {
        var row = new AttentionRow
        {
            Size = Size,
            Queries = asked,
            Keys = read,
            Values = read.From(0, Size.Width),
            Results = results,
            Panels = room + Size.WeightsLength,
            Ignored = Ignored == null ? null : Ignored + (nint)batchRow * Size.Keys,
        };
        for (var head = 0; head < Size.Heads; head++)
        {
            row.Head(head, room);
        }
    }
}
