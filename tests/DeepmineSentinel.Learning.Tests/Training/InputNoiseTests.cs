using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Training;

public sealed class InputNoiseTests
{
    private static readonly NetworkOptions Shape = new()
    {
        Preset = NetworkPreset.Compact,
        StaticCount = 2_000,
        ChannelCount = 5,
        Steps = 4,
        ClassCount = 3,
    };

    [Fact]
    public void Differences_within_a_window_and_what_is_missing_stay_as_they_are()
    {
        BatchBuffers buffers = new(3, Shape);
        int width = Shape.StepWidth;
        for (int at = 0; at < buffers.Series.Length; at++)
        {
            bool isMask = at % width >= Shape.ChannelCount;
            buffers.Series[at] = isMask ? 1 : at % 7;
        }

        buffers.Series[width + 2] = 0;
        buffers.Series[width + 2 + Shape.ChannelCount] = 0;
        float[] before = [.. buffers.Series];
        new InputNoise(RandomSequence.Open("noise", 1), 0.5).Add(buffers, Shape);
        Assert.Equal(0, buffers.Series[width + 2]);
        for (int row = 0; row < 3; row++)
        {
            for (int channel = 0; channel < Shape.ChannelCount; channel++)
            {
                float[] moved =
                [
                    .. Enumerable
                        .Range(0, Shape.Steps)
                        .Select(step => (((row * Shape.Steps) + step) * width) + channel)
                        .Where(at => before[at + Shape.ChannelCount] > 0)
                        .Select(at => buffers.Series[at] - before[at]),
                ];
                Assert.NotEqual(0, moved[0]);
                Assert.All(moved, one => Assert.Equal(moved[0], one, 1e-5f));
            }
        }
    }

    [Fact]
    public void Static_inputs_are_moved_by_the_deviation_asked_for_and_by_the_same_each_time()
    {
        BatchBuffers buffers = new(3, Shape);
        new InputNoise(RandomSequence.Open("noise", 1), 0.5).Add(buffers, Shape);
        Assert.Equal(0.5, Math.Sqrt(buffers.Statics.Average(value => (double)value * value)), 0.02);
        BatchBuffers again = new(3, Shape);
        new InputNoise(RandomSequence.Open("noise", 1), 0.5).Add(again, Shape);
        Assert.Equal(buffers.Statics, again.Statics);
    }
}
