using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Learning.Tests.Search;

public sealed class MedianRuleTests
{
    private static readonly double[][] Others =
    [
        [5, 4, 3, 2, 1, 1],
        [5, 4, 3, 2, 1, 1],
        [9, 9, 9, 9, 9, 9],
        [1, 1, 1, 1, 1, 1],
    ];

    [Fact]
    public void A_trial_above_the_median_of_averages_is_hopeless_and_one_below_is_not()
    {
        // Averages over five epochs: 3, 3, 9, 1; their median is 3.
        Assert.True(MedianRule.IsHopeless([8, 7, 6, 5, 3.1], Others));
        Assert.False(MedianRule.IsHopeless([8, 7, 6, 5, 3.0], Others));
        Assert.False(MedianRule.IsHopeless([8, 2, 6, 5, 4], Others));
    }

    [Fact]
    public void Every_trial_gets_a_few_epochs_and_a_few_rivals()
    {
        Assert.False(MedianRule.IsHopeless([9, 9, 9, 9], Others));
        Assert.False(MedianRule.IsHopeless([9, 9, 9, 9, 9], Others[..3]));
    }
}
