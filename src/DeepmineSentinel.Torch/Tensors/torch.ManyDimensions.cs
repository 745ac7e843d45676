namespace TorchSharp;

public static partial class torch
{
    /// <summary>A matrix of elements, copied.</summary>
    public static Tensor tensor(
        bool[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Three dimensions of elements, copied.</summary>
    public static Tensor tensor(
        bool[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Four dimensions of elements, copied.</summary>
    public static Tensor tensor(
        bool[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>A matrix of elements, copied.</summary>
    public static Tensor tensor(
        int[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Three dimensions of elements, copied.</summary>
    public static Tensor tensor(
        int[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Four dimensions of elements, copied.</summary>
    public static Tensor tensor(
        int[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>A matrix of elements, copied.</summary>
    public static Tensor tensor(
        long[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Three dimensions of elements, copied.</summary>
    public static Tensor tensor(
        long[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Four dimensions of elements, copied.</summary>
    public static Tensor tensor(
        long[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>A matrix of elements, copied.</summary>
    public static Tensor tensor(
        float[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Three dimensions of elements, copied.</summary>
    public static Tensor tensor(
        float[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Four dimensions of elements, copied.</summary>
    public static Tensor tensor(
        float[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>A matrix of elements, copied.</summary>
    public static Tensor tensor(
        double[,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Three dimensions of elements, copied.</summary>
    public static Tensor tensor(
        double[,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));

    /// <summary>Four dimensions of elements, copied.</summary>
    public static Tensor tensor(
        double[,,,] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));
}
