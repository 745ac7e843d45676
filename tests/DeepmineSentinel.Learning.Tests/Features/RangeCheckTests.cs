using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Features;
using static DeepmineSentinel.Learning.Tests.MineBuilder;

namespace DeepmineSentinel.Learning.Tests.Features;

public sealed class RangeCheckTests
{
    // Depth from 400 to 500 m, HR from 6 to 8 m; everything else equal.
    private static readonly StopeHistory[] Training =
    [
        .. Enumerable
            .Range(0, 21)
            .Select(i =>
                Stope($"s{i}", 10) with
                {
                    Properties = Rock with { DepthMetres = 400 + (5 * i), HydraulicRadiusMetres = 6 + (0.1 * i) },
                }
            ),
    ];

    private static readonly RangeCheck Check = FeatureEncoder.Fit(Training, new()).RangeCheck;

    [Fact]
    public void What_training_saw_has_neither_warning_nor_refusal()
    {
        RangeReport report = Check.Check(Training[7], null);
        Assert.Empty(report.Warnings);
        Assert.False(report.IsUnknown);
    }

    [Fact]
    public void A_number_a_little_beyond_warns()
    {
        RangeReport report = Of(Rock with { DepthMetres = 505, HydraulicRadiusMetres = 8 });
        Assert.False(report.IsUnknown);
        Assert.Equal("depth 505 m lies above the trained range, which ends at 500 m.", Assert.Single(report.Warnings));
    }

    [Fact]
    public void A_number_far_beyond_has_no_answer()
    {
        RangeReport report = Of(Rock with { DepthMetres = 511, HydraulicRadiusMetres = 8 });
        Assert.Contains("depth 511 m lies far above", report.UnknownReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stope_unlike_all_others_has_no_answer_though_each_number_is_in_range()
    {
        RangeReport report = Of(Rock with { DepthMetres = 400, HydraulicRadiusMetres = 8 });
        Assert.True(report.IsUnknown);
        Assert.Contains("unlike every stope", report.UnknownReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_far_beyond_has_no_answer_but_not_when_it_is_later_than_the_moment()
    {
        StopeHistory stope = Training[7] with { Readings = [.. Training[7].Readings, Reading(Start.AddDays(10), 200)] };
        Assert.True(Check.Check(stope, null).IsUnknown);
        Assert.False(Check.Check(stope, Start.AddDays(9)).IsUnknown);
    }

    [Fact]
    public void An_unseen_number_or_category_is_said()
    {
        RangeReport report = Of(Training[7].Properties with { QPrime = 12, RockType = RockType.Shale });
        Assert.Contains("q_prime is not in the training data and was ignored.", report.Warnings);
        Assert.Contains("rock_type Shale is not in the training data.", report.Warnings);
    }

    [Fact]
    public void About_one_stope_in_a_hundred_of_the_same_mine_is_too_far_off()
    {
        DemoMine mine = DemoMineGenerator.Generate(new() { Stopes = 1_200, Days = 14 });
        RangeCheck check = FeatureEncoder.Fit([.. mine.Stopes.Take(600)], new()).RangeCheck;
        int unlike = mine
            .Stopes.Skip(600)
            .Count(stope =>
                check.Check(stope, null).UnknownReason?.Contains("unlike", StringComparison.Ordinal) == true
            );
        Assert.InRange(unlike, 1, 18);
    }

    private static RangeReport Of(StopeProperties properties) =>
        Check.Check(Training[0] with { Properties = properties }, null);
}
