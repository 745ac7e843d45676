using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

/// <summary>Gradients where elements are equal, at a bound or zero. Numbers: PyTorch 1.13.1 on the processor, float32.</summary>
public sealed class TieTests
{
    private static readonly float[] Three = [1, 3, 3];

    [Fact]
    public void The_largest_of_all_shares_its_gradient_among_equals_and_along_a_dimension_the_first_takes_it()
    {
        Assert.Equal([0, 0.5f, 0.5f], Slopes(x => x.max(), Three));
        Assert.Equal([0.5f, 0, 0.5f], Slopes(x => x.min(), 1, 3, 1));
        Assert.Equal([0, 1f, 0], Slopes(x => x.max(0).values, Three));
    }

    [Fact]
    public void Equal_elements_of_two_tensors_share_the_gradient()
    {
        float[] other = [1, 2, 5];
        Assert.Equal([0.5f, 1, 0], Slopes(x => x.maximum(tensor(other)), Three));
        Assert.Equal([0.5f, 0, 1], Slopes(x => tensor(Three).maximum(x), other));
        Assert.Equal([0.5f, 0, 1], Slopes(x => x.minimum(tensor(other)), Three));
    }

    [Fact]
    public void A_deviation_or_a_norm_of_zero_has_no_slope()
    {
        Assert.Equal([0, 0, 0], Slopes(x => x.std(), 2, 2, 2));
        Assert.Equal([0, 0, 0], Slopes(x => x.var(), 2, 2, 2));
        Assert.Equal([0, 0], Slopes(x => x.norm(), 0, 0));
        Assert.Equal([0, 0], Slopes(x => x.norm(3f), 0, 0));
    }

    [Fact]
    public void Norms_of_any_power_have_PyTorchs_slopes()
    {
        Assert.Equal([-0.5f, 0.5f, 0], Slopes(x => x.norm(float.PositiveInfinity), -3, 3, 1));
        Assert.Equal([-1f, 1, 0], Slopes(x => x.norm(1f), -1, 1, 0));
        var slopes = Slopes(x => x.norm(3f), -1, 2, 0);
        Assert.Equal(-0.23112042, slopes[0], 1e-6);
        Assert.Equal(0.92448169, slopes[1], 1e-6);
        Assert.Equal(0, slopes[2]);
    }

    [Fact]
    public void A_clamped_element_gives_its_gradient_to_the_bound()
    {
        Assert.Equal([1f, 1, 1, 0], Slopes(x => x.clamp(-1, 1), -1, 1, 0, 2));
        var bounds = (float[])[2, 2, 1];
        Assert.Equal([0, 1f, 0], Slopes(x => x.clamp(full(3, 1.5f), tensor(bounds)), 1, 2, 2));
        Assert.Equal([0, 0, 1f], Slopes(high => tensor((float[])[1, 2, 2]).clamp(full(3, 1.5f), high), bounds));
    }

    [Fact]
    public void Products_along_a_dimension_have_slopes_at_zeros_too()
    {
        Assert.Equal([1f, 8, 0, 0], Slopes(x => x.cumprod(0), 2, 0, 3, 0));
        Assert.Equal([1f, 8, 0], Slopes(x => x.cumprod(0), 2, 0, 3));
    }

    [Fact]
    public void Whole_quotients_are_the_floor_of_the_exact_quotient()
    {
        Assert.Equal(9, tensor(1f).div(tensor(0.1f), RoundingMode.floor).item<float>());
        var wholes = tensor((long[])[-7, 7, -7, 7]);
        var divisors = tensor((long[])[2, 2, -2, -2]);
        Assert.Equal([-4L, 3, 3, -4], wholes.div(divisors, RoundingMode.floor).data<long>().ToArray());
        Assert.Equal([-3L, 3, 3, -3], wholes.div(divisors, RoundingMode.trunc).data<long>().ToArray());
        Assert.Throws<DivideByZeroException>(() => wholes.div(0, RoundingMode.floor));
    }

    [Theory]
    [InlineData(1, 10.5, 0.14285713)]
    [InlineData(2, 5.5, 0.27272722)]
    [InlineData(3, 4.6435227, 0.32303061)]
    [InlineData(double.PositiveInfinity, 4, 0.37499991)]
    public void Gradients_are_clipped_by_any_norm(double power, double norm, double first)
    {
        var (p, q) = (new Parameter(zeros(3)), new Parameter(zeros(2)));
        ((p * tensor((float[])[1, -2, 3])).sum() + (q * tensor((float[])[0.5f, 4])).sum()).backward();
        var found = nn.utils.clip_grad_norm_([p, q], 1.5, power);
        Assert.Equal(norm, found, 1e-5);
        Assert.Equal(first, p.Gradient![0].item<float>(), 1e-6);
    }

    private static float[] Slopes(Func<Tensor, Tensor> function, params float[] values)
    {
        var x = tensor(values).requires_grad_();
        function(x).sum().backward();
        return x.Gradient!.data<float>().ToArray();
    }
}
