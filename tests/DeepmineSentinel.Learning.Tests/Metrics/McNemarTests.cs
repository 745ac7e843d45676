using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Tests.Metrics;

public sealed class McNemarTests
{
    [Theory]
    [InlineData(9, 1, 22 / 1024.0)]
    [InlineData(1, 9, 22 / 1024.0)]
    [InlineData(5, 5, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(6, 0, 2 / 64.0)]
    public void The_chance_is_that_of_a_fair_coin(int first, int second, double chance) =>
        Assert.Equal(chance, new McNemar(first, second).P, 1e-12);

    [Fact]
    public void The_odds_are_finite_where_one_was_never_alone_right() =>
        Assert.Equal(13, new McNemar(6, 0).OddsRatio, 1e-12);
}
