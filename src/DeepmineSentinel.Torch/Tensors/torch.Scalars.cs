namespace TorchSharp;

public static partial class torch
{
    /// <summary>One number without dimensions.</summary>
    public static Tensor tensor(
        bool scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => Creation.FromElements<bool>([scalar], [], new(dtype, device, requires_grad));

    /// <summary>One number without dimensions.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Creation.FromElements<int>([scalar], [], new(null, device, requires_grad));

    /// <summary>One number without dimensions.</summary>
    public static Tensor tensor(
        long scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => Creation.FromElements<long>([scalar], [], new(dtype, device, requires_grad));

    /// <summary>One number without dimensions.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Creation.FromElements<float>([scalar], [], new(null, device, requires_grad));

    /// <summary>One number without dimensions; float32 unless told otherwise.</summary>
    public static Tensor tensor(
        double scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => Creation.FromElements<double>([scalar], [], new(dtype ?? ScalarType.Float32, device, requires_grad));
}
