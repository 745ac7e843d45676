namespace TorchSharp;

public static partial class torch
{
    /// <summary>Filled with zeros.</summary>
    public static Tensor zeros(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Filled(size, 0, new(dtype, device, requires_grad));

    /// <summary>Filled with zeros.</summary>
    public static Tensor zeros(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Filled(size.ToArray(), 0, new(dtype, device, requires_grad));

    /// <summary>Filled with zeros.</summary>
    public static Tensor zeros(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Filled([size], 0, new(dtype, device, requires_grad));

    /// <summary>Filled with zeros.</summary>
    public static Tensor zeros(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Filled([rows, columns], 0, new(dtype, device, requires_grad));

    /// <summary>Filled with ones.</summary>
    public static Tensor ones(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Filled(size, 1, new(dtype, device, requires_grad));

    /// <summary>Filled with ones.</summary>
    public static Tensor ones(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Filled(size.ToArray(), 1, new(dtype, device, requires_grad));

    /// <summary>Filled with ones.</summary>
    public static Tensor ones(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Filled([size], 1, new(dtype, device, requires_grad));

    /// <summary>Filled with ones.</summary>
    public static Tensor ones(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Filled([rows, columns], 1, new(dtype, device, requires_grad));

    /// <summary>Filled with one value; its type is the value's unless given.</summary>
    public static Tensor full(
        long[] size,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Full(size, value, new(dtype, device, requires_grad));

    /// <summary>Filled with one value; its type is the value's unless given.</summary>
    public static Tensor full(
        ReadOnlySpan<long> size,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Full(size.ToArray(), value, new(dtype, device, requires_grad));

    /// <summary>Filled with one value; its type is the value's unless given.</summary>
    public static Tensor full(
        long size,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Full([size], value, new(dtype, device, requires_grad));

    /// <summary>Filled with one value; its type is the value's unless given.</summary>
    public static Tensor full(
        long rows,
        long columns,
        Scalar value,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Full([rows, columns], value, new(dtype, device, requires_grad));

    /// <summary>Not filled; holds anything.</summary>
    public static Tensor empty(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Empty(size, new(dtype, device, requires_grad));

    /// <summary>Not filled; holds anything.</summary>
    public static Tensor empty(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Empty(size.ToArray(), new(dtype, device, requires_grad));

    /// <summary>Not filled; holds anything.</summary>
    public static Tensor empty(
        long size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Empty([size], new(dtype, device, requires_grad));

    /// <summary>Not filled; holds anything.</summary>
    public static Tensor empty(
        long rows,
        long columns,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.Empty([rows, columns], new(dtype, device, requires_grad));
}
