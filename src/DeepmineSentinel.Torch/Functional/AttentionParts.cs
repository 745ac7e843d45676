using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Projections [time, batch, n E] and at which column queries, keys and values start in theirs.</summary>
internal sealed record AttentionParts(Tensor Query, Tensor Key, Tensor Value, int KeyColumn, int ValueColumn)
{
    /// <summary>Queries, keys and values from one projection.</summary>
    public static AttentionParts Joint(Tensor all, int width) => new(all, all, all, width, 2 * width);

    /// <summary>Keys and values from one projection.</summary>
    public static AttentionParts Pair(Tensor query, Tensor pair, int width) => new(query, pair, pair, 0, width);

    /// <summary>A key and a value [1, 1, E] more, behind the others of each row.</summary>
    public AttentionParts Lengthened(Tensor key, Tensor value, int width)
    {
        Tensor Longer(Tensor source, int column, Tensor more) =>
            cat([source.narrow(2, column, width), more.expand(1, source.Sizes[1], width)]);

        return new AttentionParts(Query, Longer(Key, KeyColumn, key), Longer(Value, ValueColumn, value), 0, 0);
    }
}
