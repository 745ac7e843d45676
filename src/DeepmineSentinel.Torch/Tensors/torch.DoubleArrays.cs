namespace TorchSharp;

public static partial class torch
{
    /// <summary>A vector of elements, copied.</summary>
    public static Tensor tensor(
        double[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromElements<double>(rawArray, [rawArray?.Length ?? 0], new(dtype, device, requires_grad));

    /// <summary>A tensor of the given shape of elements, copied.</summary>
    public static Tensor tensor(
        double[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromElements<double>(rawArray, dimensions.ToArray(), new(dtype, device, requires_grad));

    /// <summary>A vector of elements, copied.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Creation.FromElements<double>(
            Creation.ToArray(rawArray),
            [rawArray?.Count ?? 0],
            new(dtype, device, requires_grad)
        );

    /// <summary>A tensor of the given shape of elements, copied.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) =>
        Creation.FromElements<double>(
            Creation.ToArray(rawArray),
            dimensions.ToArray(),
            new(dtype, device, requires_grad)
        );

    /// <summary>A matrix of elements, copied.</summary>
    public static Tensor tensor(
        IList<double> rawArray,
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromElements<double>(Creation.ToArray(rawArray), [rows, columns], new(dtype, device, requires_grad));
}
