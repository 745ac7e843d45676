namespace TorchSharp;

/// <summary>Tensors, networks and optimisers, as in TorchSharp.</summary>
public static partial class torch
{
    /// <summary>Element types; numbered as in PyTorch.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned 8-bit integer.</summary>
        Byte = 0,

        /// <summary>Signed 32-bit integer.</summary>
        Int32 = 3,

        /// <summary>Signed 64-bit integer; the type of indices.</summary>
        Int64 = 4,

        /// <summary>32-bit float; the type the fast kernels are written for.</summary>
        Float32 = 6,

        /// <summary>64-bit float.</summary>
        Float64 = 7,

        /// <summary>Truth value, one byte each.</summary>
        Bool = 11,
    }

    /// <summary>32-bit float.</summary>
    public static readonly ScalarType float32 = ScalarType.Float32;

    /// <summary>64-bit float.</summary>
    public static readonly ScalarType float64 = ScalarType.Float64;

    /// <summary>Signed 64-bit integer.</summary>
    public static readonly ScalarType int64 = ScalarType.Int64;

    /// <summary>Unsigned 8-bit integer.</summary>
    public static readonly ScalarType uint8 = ScalarType.Byte;

    /// <summary>Truth value.</summary>
    public static readonly ScalarType @bool = ScalarType.Bool;
}
