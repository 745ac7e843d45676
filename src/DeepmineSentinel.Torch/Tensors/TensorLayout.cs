namespace TorchSharp;

/// <summary>Where a tensor's elements lie in its buffer, counted in elements. The arrays are never changed.</summary>
internal readonly record struct TensorLayout(long[] Sizes, long[] Strides, long Offset)
{
    public static TensorLayout Contiguous(ReadOnlySpan<long> sizes) =>
        new(ShapeTable.Shared(sizes), Shapes.ContiguousStrides(sizes), 0);
}
