using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>One float at a time: tails, and machines without vectors.</summary>
internal readonly struct SimdOne : ISimd<float>
{
    public static nuint Count => 1;

    public static float Load(ref float source, nuint index) => Unsafe.Add(ref source, index);

    public static void Store(float value, ref float target, nuint index) => Unsafe.Add(ref target, index) = value;

    public static float Set(float value) => value;

    public static float Add(float a, float b) => a + b;

    public static float Sub(float a, float b) => a - b;

    public static float Mul(float a, float b) => a * b;

    public static float Div(float a, float b) => a / b;

    public static float Fma(float a, float b, float c) => ExactFma.Of(a, b, c);

    public static float MaxOrSecond(float a, float b) => a > b ? a : b;

    public static float MinOrSecond(float a, float b) => a < b ? a : b;

    public static float Sqrt(float a) => MathF.Sqrt(a);

    public static float Abs(float a) => MathF.Abs(a);

    public static float Floor(float a) => MathF.Floor(a);

    public static float CopySign(float magnitude, float sign) => MathF.CopySign(magnitude, sign);

    public static float PowerOfTwo(float n) => BitConverter.Int32BitsToSingle(((int)n + 127) << 23);

    public static float IfGreater(float a, float b, float x, float y) => a > b ? x : y;

    public static float IfNumber(float a, float x, float y) => float.IsNaN(a) ? y : x;

    public static float Total(float a) => a;

    public static float Largest(float a) => a;
}
