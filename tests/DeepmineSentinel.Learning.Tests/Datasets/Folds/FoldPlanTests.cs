using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Datasets.Folds;

namespace DeepmineSentinel.Learning.Tests.Datasets.Folds;

public sealed class FoldPlanTests
{
    private static readonly DemoMine Mine = DemoMineGenerator.Generate(new() { Stopes = 90, Days = 200 });

    [Theory]
    [InlineData(HoldOutBy.Stope)]
    [InlineData(HoldOutBy.Source)]
    [InlineData(HoldOutBy.Time)]
    public void Every_stope_is_tested_once_and_no_two_groups_share_one(HoldOutBy by)
    {
        SampleSet set = Set(ThreeMines());
        IReadOnlyList<Fold> folds = FoldPlan.Create(set, new(), new() { Folds = 3, By = by });
        Assert.Equal(3, folds.Count);
        Assert.Equal(
            set.Samples.Select(sample => sample.StopeIndex).Distinct().Order(),
            folds.SelectMany(fold => fold.Split.Test).Order()
        );
        foreach (StopeSplit split in folds.Select(fold => fold.Split))
        {
            int[] all = [.. split.Train, .. split.Stop, .. split.Calibrate, .. split.Test];
            Assert.Equal(all.Length, all.Distinct().Count());
            Assert.DoesNotContain(
                new[] { split.Train, split.Stop, split.Calibrate, split.Test },
                group => group.Count == 0
            );
        }
    }

    [Fact]
    public void Test_stopes_do_not_depend_on_the_seed_and_validation_stopes_do()
    {
        SampleSet set = Set(Mine.Stopes);
        IReadOnlyList<Fold> one = FoldPlan.Create(set, new(), new() { Seed = 1 });
        IReadOnlyList<Fold> other = FoldPlan.Create(set, new(), new() { Seed = 2 });
        Assert.Equal(one.Select(fold => fold.Split.Test), other.Select(fold => fold.Split.Test));
        Assert.NotEqual(one.Select(fold => fold.Split.Stop), other.Select(fold => fold.Split.Stop));
    }

    [Fact]
    public void Classes_are_spread_over_the_folds()
    {
        SampleSet set = Set(Mine.Stopes);
        int[] failing =
        [
            .. set.StopeClasses()
                .Select((label, stope) => (label, stope))
                .Where(x => x.label == 2)
                .Select(x => x.stope),
        ];
        int[] counts =
        [
            .. FoldPlan.Create(set, new(), new()).Select(fold => fold.Split.Test.Intersect(failing).Count()),
        ];
        Assert.InRange(counts.Max() - counts.Min(), 0, 1);
    }

    [Fact]
    public void Held_out_by_source_no_mine_is_on_both_sides()
    {
        SampleSet set = Set(ThreeMines());
        foreach (Fold fold in FoldPlan.Create(set, new(), new() { By = HoldOutBy.Source }))
        {
            string[] held = [.. fold.Split.Test.Select(stope => set.Stopes[stope].Mine).Distinct()];
            Assert.Equal(fold.Name, Assert.Single(held));
            Assert.DoesNotContain(
                fold.Split.Train.Concat(fold.Split.Stop).Concat(fold.Split.Calibrate),
                stope => held.Contains(set.Stopes[stope].Mine)
            );
        }
    }

    [Fact]
    public void Held_out_by_time_no_training_label_reaches_past_the_split_and_tests_begin_thirty_days_later()
    {
        SampleSet set = Set(Mine.Stopes);
        DateTime first = set.Stopes.Min(stope => stope.Readings[0].Timestamp);
        DateTime split = first.AddDays(Math.Floor(0.6 * 199));
        foreach (Fold fold in FoldPlan.Create(set, new(), new() { By = HoldOutBy.Time }))
        {
            HashSet<int> test = [.. fold.Split.Test];
            foreach (StopeHistory stope in fold.Set.Stopes.Where((_, i) => !test.Contains(i)))
            {
                Assert.All(stope.Readings, reading => Assert.True(reading.Timestamp <= split));
                Assert.All(stope.Outcomes, outcome => Assert.True(outcome.ObservedAt <= split));
            }

            Sample[] asked = [.. fold.Set.Samples.Where(sample => test.Contains(sample.StopeIndex))];
            Assert.NotEmpty(asked);
            Assert.All(asked, sample => Assert.True(sample.AsOf >= split.AddDays(30)));
        }
    }

    [Theory]
    [InlineData(HoldOutBy.Source, 5, "one_source")]
    [InlineData(HoldOutBy.Stope, 1, "invalid_folds")]
    [InlineData(HoldOutBy.Stope, 21, "invalid_folds")]
    public void What_cannot_be_divided_is_refused_in_words(HoldOutBy by, int folds, string code)
    {
        SentinelException refusal = Assert.Throws<SentinelException>(() =>
            FoldPlan.Create(Set(Mine.Stopes), new(), new() { By = by, Folds = folds })
        );
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void Too_short_a_time_and_too_few_stopes_are_refused_in_words()
    {
        DemoMine small = DemoMineGenerator.Generate(new() { Stopes = 40, Days = 100 });
        SentinelException days = Assert.Throws<SentinelException>(() =>
            FoldPlan.Create(Set(small.Stopes), new(), new() { By = HoldOutBy.Time })
        );
        Assert.Equal("too_few_days", days.Code);
        Assert.Contains("180 days", days.Message, StringComparison.Ordinal);
        SentinelException stopes = Assert.Throws<SentinelException>(() =>
            FoldPlan.Create(Set([.. small.Stopes.Take(30)]), new(), new() { Folds = 16 })
        );
        Assert.Equal("too_few_stopes_for_folds", stopes.Code);
    }

    private static SampleSet Set(IReadOnlyList<StopeHistory> stopes) =>
        SampleBuilder.Build(new MineDataset(stopes, ""), new(), new());

    private static StopeHistory[] ThreeMines() =>
        [.. Mine.Stopes.Select((stope, i) => stope with { Mine = $"Mine {i % 3}" })];
}
