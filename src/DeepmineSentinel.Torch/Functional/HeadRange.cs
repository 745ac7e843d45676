namespace TorchSharp.Functional;

/// <summary>Heads of one row of the batch that a thread takes together, from the first on.</summary>
internal readonly record struct HeadRange(int Row, int First, int Count)
{
    /// <summary>The heads from an index over all rows' heads up to the end of its row, or to the last (exclusive).</summary>
    public static HeadRange From(int index, int last, int heads)
    {
        var (row, first) = (index / heads, index % heads);
        return new HeadRange(row, first, Math.Min(last - index, heads - first));
    }
}
