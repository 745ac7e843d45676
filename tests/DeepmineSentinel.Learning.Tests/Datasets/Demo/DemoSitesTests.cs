using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Evaluation.Folds;
using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Runs.Folds;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Tests.Runs.Folds;

namespace DeepmineSentinel.Learning.Tests.Datasets.Demo;

public sealed class DemoSitesTests
{
    private static readonly DemoMineOptions Options = new() { Stopes = 90, Days = 50 };

    [Fact]
    public void One_site_is_the_mine_without_sites_and_so_is_the_first_of_three()
    {
        DemoMine alone = DemoMineGenerator.Generate(Options with { Stopes = 30 });
        Assert.Equal(
            JsonSerializer.Serialize(alone),
            JsonSerializer.Serialize(DemoSites.Generate(Options with { Stopes = 30 }, 1))
        );
        DemoMine three = DemoSites.Generate(Options, 3);
        Assert.Equal(
            JsonSerializer.Serialize(alone.Stopes),
            JsonSerializer.Serialize(three.Stopes.Where(stope => stope.Mine == Mine.DemoName))
        );
        Assert.Equal(3, three.Stopes.Select(stope => stope.Mine).Distinct().Count());
        Assert.All(three.Stopes.Zip(three.Truth), pair => Assert.Equal(pair.First.Name, pair.Second.Name));
    }

    [Fact]
    public void Sites_differ_as_sites_do_and_every_value_is_one_that_an_import_accepts()
    {
        DemoMine mine = DemoSites.Generate(Options with { Stopes = 600 }, 20);
        Assert.All(mine.Stopes, stope => Assert.Empty(stope.Properties.Problems()));
        double[] depths =
        [
            .. mine.Stopes.GroupBy(stope => stope.Mine).Select(site => site.Average(s => s.Properties.DepthMetres)),
        ];
        Assert.InRange(depths.Max() - depths.Min(), 200, 1_000);
    }

    [Fact]
    public void The_oracle_knows_every_site()
    {
        DemoMine mine = DemoSites.Generate(Options, 3);
        SampleSet set = SampleBuilder.Build(new MineDataset(mine.Stopes, ""), new LabelOptions(), new WindowOptions());
        DemoOracle oracle = new();
        Assert.Null(oracle.Fit(set, []));
        Assert.All(
            set.Samples.Where((_, i) => i % 50 == 0),
            sample => Assert.NotNull(oracle.PredictForecast(set, sample))
        );
    }

    [Fact]
    public void Too_many_sites_for_the_stopes_are_refused() =>
        Assert.Equal(
            "invalid_demo_sites",
            Assert.Throws<SentinelException>(() => DemoSites.Generate(Options, 10)).Code
        );

    [Fact]
    public void What_the_range_check_says_of_a_held_out_site_is_counted()
    {
        DemoMine mine = DemoSites.Generate(Options, 3);
        CrossValidationResult result = CrossValidation.Run(
            new()
            {
                Data = new MineDataset(mine.Stopes, new string('e', 64)),
                Options = SmallNetwork.Options,
                Folds = new FoldOptions { By = HoldOutBy.Source },
                BranchesAlone = false,
                Importance = false,
            },
            new FoldMemory(),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(result.Samples, result.OutOfRange.Sum(one => one.Samples));
        RangeScores unknown = Assert.Single(result.OutOfRange, one => one.Range == RangeVerdict.Unknown);
        Assert.InRange(unknown.Share, 0.02, 0.9);
        Assert.NotNull(result.Room?.OracleAuc);
    }
}
