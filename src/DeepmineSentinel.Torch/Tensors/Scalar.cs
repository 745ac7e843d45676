namespace TorchSharp;

/// <summary>A number of any element type; made by implicit conversion.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(torch.ScalarType type, double real, long whole)
    {
        Type = type;
        Real = real;
        Whole = whole;
    }

    internal torch.ScalarType Type { get; }

    internal double Real { get; }

    internal long Whole { get; }

    /// <summary>From a truth value.</summary>
    public static implicit operator Scalar(bool value) => new(torch.ScalarType.Bool, value ? 1 : 0, value ? 1 : 0);

    /// <summary>From a 32-bit integer.</summary>
    public static implicit operator Scalar(int value) => new(torch.ScalarType.Int32, value, value);

    /// <summary>From a 64-bit integer.</summary>
    public static implicit operator Scalar(long value) => new(torch.ScalarType.Int64, value, value);

    /// <summary>From a 32-bit float.</summary>
    public static implicit operator Scalar(float value) => new(torch.ScalarType.Float32, value, Truncate(value));

    /// <summary>From a 64-bit float.</summary>
    public static implicit operator Scalar(double value) => new(torch.ScalarType.Float64, value, Truncate(value));

    /// <summary>Nothing to release here; TorchSharp's scalars are disposable.</summary>
    public void Dispose() { }

    private static long Truncate(double value) => double.IsFinite(value) ? (long)value : 0;
}
