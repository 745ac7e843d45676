using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Metrics;
using static DeepmineSentinel.Learning.Tests.MineBuilder;

namespace DeepmineSentinel.Learning.Tests.Baselines;

public sealed class BaselineTests
{
    private static readonly DemoMine Mine = DemoMineGenerator.Generate(new() { Stopes = 150 });
    private static readonly SampleSet Samples = SampleBuilder.Build(Data(Mine.Stopes), new(), new());
    private static readonly StopeSplit Split = StopeSplit.Create(Samples, new() { TestShare = 0.4 });

    [Fact]
    public void Every_baseline_gives_probabilities_and_forecasts_that_never_fall()
    {
        foreach (IBaseline baseline in BaselineSet.Create())
        {
            Assert.Null(baseline.Fit(Samples, Split.Train));
            foreach (int i in Samples.SamplesOf(Split.Test).Where((_, i) => i % 37 == 0))
            {
                double[] condition = baseline.PredictCondition(Samples, Samples.Samples[i])!;
                Assert.Equal(1, condition.Sum(), 9);
                Assert.All(condition, p => Assert.InRange(p, 0, 1));
                double[]? forecast = baseline.PredictForecast(Samples, Samples.Samples[i]);
                Assert.True(forecast is null || forecast.SequenceEqual(forecast.Order()));
            }
        }
    }

    [Fact]
    public void Both_logits_beat_the_majority_on_held_out_stopes_of_the_demo_mine()
    {
        double majority = ConditionLoss(new Majority());
        double statics = ConditionLoss(new LogitOnStatics());
        double isoprobability = ConditionLoss(new IsoprobabilityBaseline());
        double series = ConditionLoss(new LogitOnSeriesSummaries());
        double rule = ConditionLoss(new PhysicsRuleBaseline());
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"log-loss: majority {majority:0.000}, rule {rule:0.000}, isoprobability {isoprobability:0.000}, "
                + $"statics {statics:0.000}, series {series:0.000}"
        );
        Assert.True(statics < majority);
        Assert.True(isoprobability < majority);
    }

    [Fact]
    public void The_series_logit_ranks_failures_of_the_week_ahead()
    {
        LogitOnSeriesSummaries baseline = new();
        baseline.Fit(Samples, Split.Train);
        List<double> said = [];
        List<bool> happened = [];
        foreach (Sample sample in Samples.SamplesOf(Split.Test).Select(i => Samples.Samples[i]))
        {
            if (sample.Hazard.FailsWithin(2) is { } fails)
            {
                said.Add(baseline.PredictForecast(Samples, sample)![2]);
                happened.Add(fails);
            }
        }

        Assert.True(BinaryScores.Auc([.. said], [.. happened]) > 0.65);
    }

    [Fact]
    public void The_majority_says_the_shares_of_the_training_samples()
    {
        StopeHistory[] stopes = [.. Enumerable.Range(0, 8).Select(i => Stope($"s{i}", 3, i < 6))];
        SampleSet set = SampleBuilder.Build(Data(stopes), new(), new());
        Majority majority = new();
        majority.Fit(set, [0, 1, 2, 6]);
        Assert.Equal([3.5 / 5, 1.5 / 5], majority.PredictCondition(set, set.Samples[0])!.Select(p => Math.Round(p, 6)));
        Assert.Null(majority.PredictForecast(set, set.Samples[0]));
    }

    [Fact]
    public void What_held_out_stopes_hold_changes_no_fit()
    {
        HashSet<int> training = [.. Split.Train];
        StopeHistory[] spoiled =
        [
            .. Mine.Stopes.Select(
                (stope, i) =>
                    training.Contains(i)
                        ? stope
                        : stope with
                        {
                            Properties = Mine.Stopes[0].Properties with { RqdPercent = 99 },
                        }
            ),
        ];
        SampleSet changed = Samples with { Stopes = spoiled };
        Sample asked = Samples.Samples[Samples.SamplesOf(Split.Train)[5]];
        foreach ((IBaseline one, IBaseline other) in BaselineSet.Create().Zip(BaselineSet.Create()))
        {
            one.Fit(Samples, Split.Train);
            other.Fit(changed, Split.Train);
            Assert.Equal(one.PredictCondition(Samples, asked), other.PredictCondition(changed, asked));
            Assert.Equal(one.PredictForecast(Samples, asked), other.PredictForecast(changed, asked));
        }
    }

    [Fact]
    public void Isoprobability_says_why_it_cannot_be_used_without_joints()
    {
        SampleSet set = SampleBuilder.Build(Data(Stope("a", 3, true), Stope("b", 3, false)), new(), new());
        IsoprobabilityBaseline baseline = new();
        Assert.Contains(
            "N' cannot be computed of 2 labelled stopes",
            baseline.Fit(set, [0, 1]),
            StringComparison.Ordinal
        );
        Assert.Null(baseline.PredictCondition(set, set.Samples[0]));
    }

    [Fact]
    public void The_rule_answers_for_itself_whatever_its_shares_say()
    {
        StopeHistory[] stopes = [.. Enumerable.Range(0, 8).Select(i => Stope($"s{i}", 0, false))];
        SampleSet set = SampleBuilder.Build(Data(stopes), new(), new());
        IBaseline rule = new PhysicsRuleBaseline();
        rule.Fit(set, [0, 1, 2, 3]);
        Assert.Equal(0, rule.AnswerCondition(set, set.Samples[0]));
        Assert.True(rule.PredictCondition(set, set.Samples[0])![1] > 0.8);
    }

    private static double ConditionLoss(IBaseline baseline)
    {
        baseline.Fit(Samples, Split.Train);
        Sample[] scored =
        [
            .. Samples.SamplesOf(Split.Test).Select(i => Samples.Samples[i]).Where(s => s.IsConditionScored),
        ];
        return ClassScores.LogLoss(
            [.. scored.Select(s => baseline.PredictCondition(Samples, s)!)],
            [.. scored.Select(s => s.ConditionLabel)]
        );
    }
}
