using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Core.Tests.Risk;

public sealed class RiskThresholdsTests
{
    [Theory]
    [InlineData(0, RiskLevel.VeryLow)]
    [InlineData(0.0099, RiskLevel.VeryLow)]
    [InlineData(0.01, RiskLevel.Low)]
    [InlineData(0.03, RiskLevel.Elevated)]
    [InlineData(0.0999, RiskLevel.Elevated)]
    [InlineData(0.10, RiskLevel.High)]
    [InlineData(0.25, RiskLevel.Critical)]
    [InlineData(0.50, RiskLevel.Imminent)]
    [InlineData(1, RiskLevel.Imminent)]
    public void A_probability_at_a_cut_point_takes_the_higher_level(double probability, RiskLevel level) =>
        Assert.Equal(level, RiskThresholds.Default.LevelOf(probability));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    public void What_is_not_a_probability_is_unknown_and_never_calm(double value) =>
        Assert.Equal(RiskLevel.Unknown, RiskThresholds.Default.LevelOf(value));

    [Theory]
    [InlineData(new[] { 0.1, 0.2, 0.3, 0.4 })]
    [InlineData(new[] { 0.1, 0.1, 0.3, 0.4, 0.5 })]
    [InlineData(new[] { 0.5, 0.4, 0.3, 0.2, 0.1 })]
    [InlineData(new[] { 0, 0.1, 0.2, 0.3, 0.4 })]
    [InlineData(new[] { 0.1, 0.2, 0.3, 0.4, 1 })]
    [InlineData(new[] { 0.1, 0.2, double.NaN, 0.4, 0.5 })]
    public void Cut_points_must_be_five_and_rise(double[] cutPoints) =>
        Assert.Throws<ArgumentException>(() => new RiskThresholds(cutPoints));

    [Fact]
    public void The_level_of_nothing_at_all_is_unknown() => Assert.Equal(RiskLevel.Unknown, default);
}
