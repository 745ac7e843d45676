using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Baselines;
using static DeepmineSentinel.Learning.Tests.MineBuilder;

namespace DeepmineSentinel.Learning.Tests.Baselines;

public sealed class PhysicsRuleTests
{
    [Fact]
    public void The_static_part_is_the_sum_worked_out_by_hand()
    {
        // .3 x .8 + .25 x (1 - 1/15) + .2 x (1 - 200/800) + .15 x (.5 + .25) + .1 x .8
        PhysicsRuleResult result = PhysicsRule.Score(Stope("a"), null);
        Assert.Equal(0.24 + (0.25 * 14 / 15) + 0.15 + 0.1125 + 0.08, result.Stability, 12);
        Assert.Equal(1 - result.Stability, result.Instability, 12);
        Assert.Equal(StabilityClass.Stable, result.Class);
        Assert.False(result.UsedReadings);
    }

    [Fact]
    public void What_cannot_be_scored_is_unknown_and_not_stable()
    {
        StopeHistory broken = Stope("a") with { Properties = Rock with { RqdPercent = double.NaN } };
        Assert.Equal(StabilityClass.Unknown, PhysicsRule.Score(broken, null).Class);
    }

    [Fact]
    public void A_poor_stope_without_support_is_called_unstable()
    {
        StopeProperties poor = Rock with
        {
            RqdPercent = 10,
            HydraulicRadiusMetres = 30,
            DepthMetres = 1_500,
            SupportInstalled = false,
            RockType = RockType.Shale,
        };
        PhysicsRuleResult result = PhysicsRule.Score(Stope("a") with { Properties = poor }, null);
        Assert.Equal(0.03 + 0.025 + 0.02 + 0.045 + 0.06, result.Stability, 12);
        Assert.Equal(StabilityClass.Failure, result.Class);
    }

    [Fact]
    public void Five_readings_count_four_do_not_and_later_ones_are_not_looked_at()
    {
        StopeHistory stope = Stope("a", 60);
        Assert.False(PhysicsRule.Score(stope, Start.AddDays(3)).UsedReadings);
        PhysicsRuleResult five = PhysicsRule.Score(stope, Start.AddDays(4));
        // Vibration mean 3: .8; deformation mean .2: .8; stress mean 32: .6.
        double fixedPart = PhysicsRule.Score(Stope("b"), null).Stability;
        Assert.Equal((fixedPart + ((0.8 + 0.8 + 0.6) / 3)) / 2, five.Stability, 12);
        // Of the last 50 of 60 readings: deformation mean 3.45: .5; stress mean 64.5: .3.
        PhysicsRuleResult all = PhysicsRule.Score(stope, null);
        Assert.Equal((fixedPart + ((0.8 + 0.5 + 0.3) / 3)) / 2, all.Stability, 12);
    }
}
