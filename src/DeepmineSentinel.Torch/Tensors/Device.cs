namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>A place where tensors live.</summary>
    public sealed class Device
    {
        /// <summary>A device by kind and index; the processor has index -1.</summary>
        public Device(DeviceType type, int index = -1)
        {
            this.type = type;
            this.index = index;
        }

        /// <summary>A device by name; only "cpu" exists here, others throw <see cref="NotSupportedException"/>.</summary>
        public Device(string description)
        {
            if (description != "cpu")
            {
                throw new NotSupportedException(
                    $"Device '{description}' needs the TorchSharp package; this engine has 'cpu'."
                );
            }

            type = DeviceType.CPU;
            index = -1;
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Its index, -1 for the processor.</summary>
        public int index { get; }

        /// <inheritdoc/>
        public override string ToString() => "cpu";
    }

    /// <summary>CUDA is never available in the managed engine.</summary>
    public static class cuda
    {
        /// <summary>False: the managed engine has no CUDA.</summary>
        public static bool is_available() => false;
    }
}
