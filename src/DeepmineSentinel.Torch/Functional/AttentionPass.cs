using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Forward through some of the heads, those of one row of the batch together.</summary>
internal unsafe struct AttentionPass
{
    public AttentionSize Size { get; init; }

    public HeadRows Queries { get; init; }

    public HeadRows Keys { get; init; }

    public HeadRows Values { get; init; }

    /// <summary>Keys to ignore, a byte for each of each batch row, or null.</summary>
    public byte* Ignored { get; init; }

    /// <summary>Where the weights of all heads are kept, or null where nobody asks for them afterwards.</summary>
    public float* Weights { get; init; }

    public HeadRows Results { get; init; }

    /// <summary>Floats that one row of the batch and its last head's weights take.</summary>
    private readonly int RoomLength =>
        (2 * Size.Queries + Size.Padded + Size.Keys) * Size.Width
        + Size.WeightsLength
        + AttentionRow.PanelsLength(Size);

    public static void Run(void* state, int from, int to)
    {
        var pass = *(AttentionPass*)state;
        var room = Scratch.Floats(pass.RoomLength);
        for (var i = from; i < to; )
        {
            var heads = HeadRange.From(i, to, pass.Size.Heads);
            pass.Row(heads, i, room);
            i += heads.Count;
        }
    }

    private readonly void Row(HeadRange heads, int index, float* room)
    {
        var row = In(room + Size.WeightsLength, heads.Row);
        Queries.Gather(heads, Size.Depth, row.Queries);
        Keys.Gather(heads, Size.Depth, row.Keys);
        Values.Gather(heads, Size.Depth, row.Values);
        for (var head = 0; head < heads.Count; head++)
        {
            row.Head(head, Weights == null ? room : Weights + (nint)(index + head) * Size.WeightsLength);
        }

        Results.Scatter(heads, Size.Depth, row.Results);
    }

    private readonly AttentionRow In(float* room, int batchRow)
    {
        var queries = MatrixView.Packed(room, Size.Queries, Size.Width);
        var results = MatrixView.Packed(queries.End, Size.Queries, Size.Width);
        var keys = MatrixView.Packed(results.End, Size.Padded, Size.Width);
        var values = MatrixView.Packed(keys.End, Size.Keys, Size.Width);
        return new AttentionRow
        {
            Size = Size,
            Queries = queries,
            Keys = keys,
            Values = values,
            Results = results,
            Panels = values.End,
            Ignored = Ignored == null ? null : Ignored + (nint)batchRow * Size.Keys,
        };
    }
}
