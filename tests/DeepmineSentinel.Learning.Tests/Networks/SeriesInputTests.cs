using DeepmineSentinel.Learning.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Tests.Networks;

public sealed class SeriesInputTests
{
    [Fact]
    public void What_is_relative_is_the_distance_from_the_mean_of_what_was_read()
    {
        // Two channels over three steps: 1, 2, 6 and 4, missing, 8.
        float[] series = [1, 4, 1, 1, 2, 0, 1, 0, 6, 8, 1, 1];
        using BatchNorm1d norm = nn.BatchNorm1d(2);
        norm.eval();
        using Tensor seen = SeriesInput.Relative(tensor(series).reshape(1, 3, 4), norm);
        Assert.Equal(new long[] { 1, 3, 6 }, seen.shape);
        float[] expected = [1, 4, -2, -2, 1, 1, 2, 0, -1, 0, 1, 0, 6, 8, 3, 2, 1, 1];
        float[] found = seen.data<float>().ToArray();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], 1e-4f);
        }
    }

    [Fact]
    public void An_empty_window_has_no_differences()
    {
        using BatchNorm1d norm = nn.BatchNorm1d(5);
        norm.eval();
        using Tensor seen = SeriesInput.Relative(tensor(new float[600]).reshape(2, 30, 10), norm);
        Assert.All(seen.data<float>().ToArray(), value => Assert.Equal(0, value));
    }
}
