namespace TorchSharp.Kernels;

/// <summary>How many threads kernels may use.</summary>
internal static class Threads
{
    private static int count = 1;

    public static int Count
    {
        get => Volatile.Read(ref count);
        set => Volatile.Write(ref count, value);
    }
}
