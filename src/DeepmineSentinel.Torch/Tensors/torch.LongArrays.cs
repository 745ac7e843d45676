namespace TorchSharp;

public static partial class torch
{
    /// <summary>A vector of elements, copied.</summary>
    public static Tensor tensor(
        long[] dataArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromElements<long>(dataArray, [dataArray?.Length ?? 0], new(dtype, device, requires_grad));

    /// <summary>A tensor of the given shape of elements, copied.</summary>
    public static Tensor tensor(
        long[] dataArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromElements<long>(dataArray, dimensions.ToArray(), new(dtype, device, requires_grad));

    /// <summary>A vector of elements, copied.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Creation.FromElements<long>(
            Creation.ToArray(rawArray),
            [rawArray?.Count ?? 0],
            new(dtype, device, requires_grad)
        );

    /// <summary>A tensor of the given shape of elements, copied.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Creation.FromElements<long>(
            Creation.ToArray(rawArray),
            dimensions.ToArray(),
            new(dtype, device, requires_grad)
        );

    /// <summary>A matrix of elements, copied.</summary>
    public static Tensor tensor(
        IList<long> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromElements<long>(Creation.ToArray(rawArray), [rows, columns], new(dtype, device, requires_grad));
}
