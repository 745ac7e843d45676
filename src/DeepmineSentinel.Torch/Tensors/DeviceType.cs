namespace TorchSharp;

/// <summary>Where tensors live; this engine knows the processor only.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,
}
