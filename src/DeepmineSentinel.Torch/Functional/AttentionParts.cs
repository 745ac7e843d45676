using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Projections [time, batch, n E] and at which column queries, keys and values start in theirs.</summary>
internal sealed record AttentionParts(Tensor Query, Tensor Key, Tensor Value, int KeyColumn, int ValueColumn)
{
    /// <summary>Queries, keys and values from one projection.</summary>
    public static AttentionParts Joint(Tensor all, int width) => new(all, all, all, width, 2 * width);

    /// <summary>Keys and values from one projection.</summary>
    public static AttentionParts Pair(Tensor query, Tensor pair, int width) => new(query, pair, pair, 0, width);
}
