using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Tests.Evaluation;

public sealed class GateTests
{
    [Theory]
    [InlineData(0.5, 0.6, 0.7, true)]
    [InlineData(0.65, 0.6, 0.7, false)]
    [InlineData(0.65, 0.7, 0.6, false)]
    [InlineData(0.6, 0.6, 0.7, false)]
    [InlineData(double.NaN, 0.6, 0.7, false)]
    public void Both_baselines_must_be_beaten(double network, double majority, double rule, bool passed)
    {
        GateVerdict verdict = Gate.Judge(Held(network, majority, rule), "majority", "physics_rule");
        Assert.True(verdict.Judged);
        Assert.Equal(passed, verdict.Passed);
        Assert.NotEmpty(verdict.Reasons);
    }

    [Fact]
    public void Nothing_held_out_is_not_judged_and_not_passed()
    {
        GateVerdict verdict = Gate.Judge(null, "majority", "physics_rule");
        Assert.False(verdict.Passed);
        Assert.False(verdict.Judged);
        Assert.Contains("Not judged", Assert.Single(verdict.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_that_could_not_be_scored_is_not_beaten()
    {
        EvaluationResult held = Held(0.1, 0.6, 0.7);
        held = held with { Models = [.. held.Models.Where(model => model.Name != "physics_rule")] };
        Assert.False(Gate.Judge(held, "majority", "physics_rule").Passed);
    }

    [Theory]
    [InlineData(0.05, 0.07, 3, true)]
    [InlineData(0.13, 0.07, 3, false)]
    [InlineData(0.13, 0.07, 0, true)]
    public void A_forecast_worse_than_the_base_rate_is_not_promoted(
        double network,
        double majority,
        int failures,
        bool passed
    )
    {
        EvaluationResult held = Held(0.5, 0.6, 0.7);
        held = held with
        {
            Models =
            [
                held.Models[0] with
                {
                    Forecast = [SevenDays(network, failures)],
                },
                held.Models[1] with
                {
                    Forecast = [SevenDays(majority, failures)],
                },
                held.Models[2],
            ],
        };
        GateVerdict verdict = Gate.Judge(held, "majority", "physics_rule");
        Assert.Equal(passed, verdict.Passed);
        Assert.Contains(verdict.Reasons, reason => reason.Contains("7-day forecast", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("logit_statics", -0.02, 0.05, true)]
    [InlineData("logit_statics", 0.01, 0.05, false)]
    [InlineData("oracle", 0.01, 0.05, true)]
    public void A_run_that_is_clearly_worse_than_the_best_baseline_is_not_promoted(
        string name,
        double lower,
        double upper,
        bool passed
    )
    {
        EvaluationResult held = Held(0.5, 0.6, 0.7);
        ModelEvaluation best = Model(name, 0.48) with { NetworkCondition = new LossDifference(0.02, lower, upper) };
        held = held with { Models = [.. held.Models, best] };

        GateVerdict verdict = Gate.Judge(held, "majority", "physics_rule");

        Assert.Equal(passed, verdict.Passed);
    }

    private static HorizonScores SevenDays(double logLoss, int failures) =>
        new()
        {
            HorizonDays = 7,
            Samples = 100,
            Failures = failures,
            Brier = 0.1,
            LogLoss = logLoss,
            CalibrationError = 0.1,
        };

    private static EvaluationResult Held(double network, double majority, double rule) =>
        new(
            EvaluationResult.TestGroup,
            6,
            [Model(ModelEvaluation.NetworkName, network), Model("majority", majority), Model("physics_rule", rule)],
            []
        );

    private static ModelEvaluation Model(string name, double logLoss) =>
        new()
        {
            Name = name,
            Condition = new ConditionScores
            {
                Samples = 6,
                Accuracy = 0.5,
                LogLoss = logLoss,
                BalancedAccuracy = 0.5,
                MacroF1 = 0.5,
                PrecisionWeighted = 0.5,
                RecallWeighted = 0.5,
                F1Weighted = 0.5,
                Brier = 0.5,
                CalibrationError = 0.1,
                WorstClassSamples = 1,
                WorstClassCalledStable = 0,
                Confusion =
                [
                    [1, 0],
                    [0, 1],
                ],
            },
        };
}
