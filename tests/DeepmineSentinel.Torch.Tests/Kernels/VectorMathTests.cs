using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Kernels;

public sealed class VectorMathTests
{
    [Fact]
    public void Exp_is_within_four_units_in_the_last_place() => Check(x => x.exp(), Math.Exp, -87, 88, 4, 0);

    [Fact]
    public void Tanh_is_within_four_units_or_near_zero_within_two_in_ten_million() =>
        Check(x => x.tanh(), Math.Tanh, -12, 12, 4, 2e-7);

    [Fact]
    public void Sigmoid_is_within_four_units_or_near_zero_within_two_in_ten_million() =>
        Check(x => x.sigmoid(), x => 1 / (1 + Math.Exp(-x)), -40, 40, 4, 2e-7);

    [Fact]
    public void Tiny_numbers_pass_tanh_unharmed() => Check(x => x.tanh(), Math.Tanh, -1e-4, 1e-4, 4, 0);

    private static void Check(
        Func<Tensor, Tensor> function,
        Func<double, double> exact,
        double low,
        double high,
        double units,
        double absolute
    )
    {
        const int Count = 100_003;
        var points = new float[Count];
        for (var i = 0; i < Count; i++)
        {
            points[i] = (float)(low + (high - low) * i / (Count - 1));
        }

        var found = function(torch.tensor(points)).data<float>().ToArray();
        for (var i = 0; i < Count; i++)
        {
            var wanted = exact(points[i]);
            var unit = MathF.BitIncrement(Math.Abs((float)wanted)) - Math.Abs((float)wanted);
            var error = Math.Abs(found[i] - wanted);
            Assert.True(error <= Math.Max(units * unit, absolute), $"at {points[i]}: {found[i]}, not {wanted}");
        }
    }
}
