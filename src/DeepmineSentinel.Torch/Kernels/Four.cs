using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Four registers, the lanes of the first before those of the next.</summary>
internal readonly struct Four<V>
    where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four(V a, V b, V c, V d)
    {
        A = a;
        B = b;
        C = c;
        D = d;
    }

    public V A { get; }

    public V B { get; }

    public V C { get; }

    public V D { get; }
}
