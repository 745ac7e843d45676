namespace TorchSharp;

public static partial class torch
{
    /// <summary>The numbers from 0 up to stop (not with it).</summary>
    public static Tensor arange(
        Scalar stop,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from start up to stop (not with it).</summary>
    public static Tensor arange(
        Scalar start,
        Scalar stop,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from start up to stop (not with it) by steps; int64 where all three are whole.</summary>
    public static Tensor arange(
        Scalar start,
        Scalar stop,
        Scalar step,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => Creation.Range(start, stop, step, new(dtype, device, requires_grad));

    /// <summary>Zeros in the shape and type of another tensor.</summary>
    public static Tensor zeros_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    )
    {
        ArgumentNullException.ThrowIfNull(input);
        return Creation.Filled(input.Sizes, 0, new(dtype ?? input.dtype, device, requires_grad));
    }

    /// <summary>Ones in the shape and type of another tensor.</summary>
    public static Tensor ones_like(
        Tensor input,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    )
    {
        ArgumentNullException.ThrowIfNull(input);
        return Creation.Filled(input.Sizes, 1, new(dtype ?? input.dtype, device, requires_grad));
    }

    /// <summary>The elements of an array of any rank, copied.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) =>
        Creation.FromAnyArray(rawArray, new(null, device, false));

    /// <summary>The elements of an array of any rank, copied.</summary>
    public static Tensor from_array(
        Array rawArray,
        ScalarType? dtype,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Creation.FromAnyArray(rawArray, new(dtype, device, requires_grad));
}
