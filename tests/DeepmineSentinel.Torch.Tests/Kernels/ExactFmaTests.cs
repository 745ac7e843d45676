using TorchSharp.Kernels;

namespace DeepmineSentinel.Torch.Tests.Kernels;

/// <summary>The multiply-add of machines that have none, against the one of the mathematical library.</summary>
public sealed class ExactFmaTests
{
    private const int Count = 400_000;
    private readonly Random random = new(7);

    [Fact]
    public void Any_floats_give_the_same_bits() => Check(() => (AnyFloat(), AnyFloat(), AnyFloat()));

    [Fact]
    public void Sums_that_nearly_cancel_give_the_same_bits() =>
        Check(() =>
        {
            var (a, b) = (AnyFloat(), AnyFloat());
            return (a, b, -(a * b) * (1 + ((random.Next(3) - 1) * 1e-7f)));
        });

    [Fact]
    public void Sums_halfway_between_two_floats_give_the_same_bits() =>
        Check(() =>
        {
            var below = MathF.ScaleB(1 + random.Next(1 << 13), -13);
            return (random.Next(1 << 12), below, MathF.ScaleB(1 + random.NextSingle(), random.Next(-4, 40)));
        });

    [Fact]
    public void Sums_below_the_smallest_normal_float_give_the_same_bits() =>
        Check(() =>
        {
            var a = MathF.ScaleB(random.NextSingle() - 0.5f, -70);
            var b = MathF.ScaleB(random.NextSingle(), -random.Next(50, 80));
            return (a, b, MathF.ScaleB(random.Next(-99, 99), random.Next(-149, -120)));
        });

    [Theory]
    [InlineData(0f, 2f, -0f)]
    [InlineData(-1f, 0f, -0f)]
    [InlineData(1f, 1f, -1f)]
    [InlineData(float.MaxValue, 2f, -float.MaxValue)]
    [InlineData(float.MaxValue, 1f, float.MaxValue)]
    [InlineData(float.PositiveInfinity, 1f, float.NegativeInfinity)]
    [InlineData(float.PositiveInfinity, 0f, 1f)]
    [InlineData(float.NaN, 1f, 1f)]
    public void Ends_of_the_range_give_what_the_standard_says(float a, float b, float c) =>
        Assert.Equal(MathF.FusedMultiplyAdd(a, b, c), ExactFma.ByDoubles(a, b, c));

    private static void Check(Func<(float A, float B, float C)> next)
    {
        for (var i = 0; i < Count; i++)
        {
            var (a, b, c) = next();
            var expected = MathF.FusedMultiplyAdd(a, b, c);
            var actual = ExactFma.ByDoubles(a, b, c);
            var same =
                BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual)
                || (float.IsNaN(expected) && float.IsNaN(actual));
            Assert.True(same, $"{a:R} * {b:R} + {c:R} is {expected:R}, not {actual:R}");
        }
    }

    private float AnyFloat() => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
}
