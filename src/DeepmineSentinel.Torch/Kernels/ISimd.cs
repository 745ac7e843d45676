namespace TorchSharp.Kernels;

/// <summary>
/// Arithmetic on one register of floats. Kernels are written once over it; the JIT makes one body for each width, and
/// every lane of every width rounds alike, so that elementwise results do not depend on the machine.
/// </summary>
internal interface ISimd<V>
    where V : struct
{
    static abstract nuint Count { get; }

    static abstract V Load(ref float source, nuint index);

    static abstract void Store(V value, ref float target, nuint index);

    static abstract V Set(float value);

    static abstract V Add(V a, V b);

    static abstract V Sub(V a, V b);

    static abstract V Mul(V a, V b);

    static abstract V Div(V a, V b);

    /// <summary>a * b + c, rounded once.</summary>
    static abstract V Fma(V a, V b, V c);

    /// <summary>The larger; b where either is NaN.</summary>
    static abstract V MaxOrSecond(V a, V b);

    /// <summary>The smaller; b where either is NaN.</summary>
    static abstract V MinOrSecond(V a, V b);

    static abstract V Sqrt(V a);

    static abstract V Abs(V a);

    static abstract V Floor(V a);

    static abstract V CopySign(V magnitude, V sign);

    /// <summary>2^n of a whole number from -126 to 127.</summary>
    static abstract V PowerOfTwo(V n);

    /// <summary>x where a &gt; b, else y.</summary>
    static abstract V IfGreater(V a, V b, V x, V y);

    /// <summary>x where a is not NaN, else y.</summary>
    static abstract V IfNumber(V a, V x, V y);

    /// <summary>The sum of the lanes, in a fixed order.</summary>
    static abstract float Total(V a);

    /// <summary>The largest lane; NaN may be passed over.</summary>
    static abstract float Largest(V a);
}
