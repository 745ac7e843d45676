using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Training;

public sealed class EpochCountersTests
{
    private static readonly EpochCounters Start = new() { LearningRate = 1e-3 };

    [Fact]
    public void The_rate_is_halved_after_ten_epochs_without_gain_and_again_after_ten_more()
    {
        EpochCounters counters = Start.After(1);
        Assert.Equal(1e-3, Repeat(counters, 9).LearningRate);
        Assert.Equal(5e-4, Repeat(counters, 10).LearningRate);
        Assert.Equal(5e-4, Repeat(counters, 19).LearningRate);
        Assert.Equal(2.5e-4, Repeat(counters, 20).LearningRate);
    }

    [Fact]
    public void The_rate_never_falls_below_its_floor() => Assert.Equal(1e-6, Repeat(Start.After(1), 500).LearningRate);

    [Fact]
    public void Training_is_exhausted_when_the_best_epoch_is_as_old_as_patience()
    {
        EpochCounters counters = Start.After(1).After(0.5);
        Assert.True(counters.IsBest);
        Assert.False(Repeat(counters, 19).IsExhausted(20));
        Assert.True(Repeat(counters, 20).IsExhausted(20));
        Assert.Equal(2, Repeat(counters, 20).BestEpoch);
    }

    [Fact]
    public void A_gain_starts_the_plateau_count_anew()
    {
        EpochCounters counters = Repeat(Start.After(1), 9).After(0.9);
        Assert.Equal(1e-3, Repeat(counters, 9).LearningRate);
    }

    private static EpochCounters Repeat(EpochCounters counters, int epochs)
    {
        for (int i = 0; i < epochs; i++)
        {
            counters = counters.After(2);
        }

        return counters;
    }
}
