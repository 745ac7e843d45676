using System.Runtime.Intrinsics;
using TorchSharp;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Kernels;

/// <summary>Every function against double precision over all floats in strides, and every width against one float at a time.</summary>
public sealed class VectorMathTests
{
    /// <summary>A prime, so that strides meet all mantissas.</summary>
    private const int Stride = 20_011;
    private const int Infinity = 0x7F800000;
    private static readonly float[] Points = AllSizes();

    [Fact]
    public void Exp_is_within_four_units_in_the_last_place() => Check(x => x.exp(), Math.Exp, 4, 0);

    [Fact]
    public void Tanh_is_within_four_units_in_the_last_place() => Check(x => x.tanh(), Math.Tanh, 4, 0);

    [Fact]
    public void Sigmoid_is_within_four_units_or_near_zero_within_two_in_ten_million() =>
        Check(x => x.sigmoid(), x => 1 / (1 + Math.Exp(-x)), 4, 2e-7);

    [Fact]
    public void Limits_are_exact_and_NaN_passes_through()
    {
        var ends = torch.tensor([float.NegativeInfinity, float.PositiveInfinity, float.NaN, 0f, -0f]);
        Assert.Equal([0f, float.PositiveInfinity, float.NaN, 1f, 1f], ends.exp().data<float>().ToArray());
        Assert.Equal([-1f, 1f, float.NaN, 0f, -0f], ends.tanh().data<float>().ToArray());
        Assert.Equal([0f, 1f, float.NaN, 0.5f, 0.5f], ends.sigmoid().data<float>().ToArray());
    }

    [Fact]
    public void Every_width_gives_the_bits_of_one_float_at_a_time()
    {
        var expected = Lanes<SimdOne, float>();
        Assert.Equal(expected, Lanes<Simd128, Vector128<float>>());
        Assert.Equal(expected, Lanes<Simd256, Vector256<float>>());
        Assert.Equal(expected, Lanes<Simd512, Vector512<float>>());
    }

    private static int[] Lanes<S, V>()
        where S : struct, ISimd<V>
        where V : struct
    {
        var length = Points.Length / 16 * 16;
        var results = new float[3 * length];
        for (var i = 0; i < length; i += (int)S.Count)
        {
            var x = S.Load(ref Points[0], (nuint)i);
            S.Store(VectorMath.Exp<S, V>(x), ref results[0], (nuint)i);
            S.Store(VectorMath.Tanh<S, V>(x), ref results[length], (nuint)i);
            S.Store(VectorMath.Sigmoid<S, V>(x), ref results[2 * length], (nuint)i);
        }

        return [.. results.Select(BitConverter.SingleToInt32Bits)];
    }

    private static void Check(Func<Tensor, Tensor> function, Func<double, double> exact, double units, double absolute)
    {
        var found = function(torch.tensor(Points)).data<float>().ToArray();
        for (var i = 0; i < found.Length; i++)
        {
            var wanted = exact(Points[i]);
            var nearest = (float)wanted;
            var unit = MathF.BitIncrement(Math.Abs(nearest)) - Math.Abs(nearest);
            var fits = found[i] == nearest || Math.Abs(found[i] - wanted) <= Math.Max(units * unit, absolute);
            Assert.True(fits, $"at {Points[i]:R}: {found[i]:R}, not {wanted:R}");
        }
    }

    /// <summary>Floats of both signs from the smallest to infinity.</summary>
    private static float[] AllSizes()
    {
        var points = new List<float>();
        for (long bits = 0; bits <= Infinity; bits += Stride)
        {
            var point = BitConverter.Int32BitsToSingle((int)bits);
            points.Add(point);
            points.Add(-point);
        }

        return [.. points];
    }
}
