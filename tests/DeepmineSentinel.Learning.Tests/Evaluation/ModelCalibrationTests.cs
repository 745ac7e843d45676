using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Tests.Evaluation;

public sealed class ModelCalibrationTests
{
    [Fact]
    public void Probabilities_are_the_softmax_of_logits_less_offsets_over_temperature()
    {
        ModelCalibration calibration = ModelCalibration.None(2) with
        {
            ConditionOffsets = [0, 1],
            ConditionTemperature = 2,
        };
        double[] probabilities = calibration.ConditionProbabilities([1, 4]);
        Assert.Equal(1 / (1 + Math.Exp((3 - 1) / 2.0)), probabilities[0], 12);
        Assert.Equal(1, probabilities.Sum(), 12);
    }

    [Fact]
    public void A_temperature_draws_a_rare_failure_towards_its_base_rate_and_not_towards_a_half()
    {
        double[] centre = [-5, -5, -5, -4, -3];
        ModelCalibration calibration = ModelCalibration.None(2) with { HazardCentre = centre, HazardTemperature = 1e6 };
        double[] within = calibration.FailureProbabilities([2, -9, 0, 4, -1]);
        Assert.Equal(1 / (1 + Math.Exp(5)), within[0], 4);
    }

    [Fact]
    public void A_temperature_draws_a_condition_towards_the_shares_of_training()
    {
        ModelCalibration calibration = ModelCalibration.None(2) with
        {
            ConditionCentre = [Math.Log(0.9), Math.Log(0.1)],
            ConditionTemperature = 1e6,
        };
        Assert.Equal(0.9, calibration.ConditionProbabilities([-4, 7])[0], 4);
    }

    [Fact]
    public void Huge_logits_give_probabilities_and_no_overflow()
    {
        double[] condition = ModelCalibration.None(2).ConditionProbabilities([1e30f, -1e30f]);
        Assert.Equal([1.0, 0.0], condition);
        double[] failure = ModelCalibration.None(2).FailureProbabilities([-1e30f, 0, 1e30f, 0, 0]);
        Assert.Equal(0, failure[0]);
        Assert.Equal(0.5, failure[1], 12);
        Assert.Equal(1, failure[4]);
    }

    [Fact]
    public void A_forecast_is_one_minus_the_product_of_survivals_and_never_falls()
    {
        double[] within = ModelCalibration.None(2).FailureProbabilities([-3, -2, -4, 0.5f, -30]);
        double survival = 1;
        float[] logits = [-3, -2, -4, 0.5f, -30];
        for (int k = 0; k < 5; k++)
        {
            survival *= 1 - (1 / (1 + Math.Exp(-logits[k])));
            Assert.Equal(1 - survival, within[k], 12);
            Assert.True(k == 0 || within[k] >= within[k - 1]);
        }
    }

    [Fact]
    public void The_fitted_temperature_minimises_the_loss_of_many_samples()
    {
        // Logits three times too large: half of the stopes answered with 0.95 are wrong one time in four.
        double right = 3 * Math.Log(3);
        double temperature = TemperatureScaling.Fit(candidate =>
        {
            double p = 1 / (1 + Math.Exp(-right / candidate));
            return 1_000 * ((-0.75 * Math.Log(p)) - (0.25 * Math.Log(1 - p)));
        });
        Assert.Equal(3, temperature, 0.02);
    }

    [Fact]
    public void A_handful_of_stopes_cannot_make_the_network_certain()
    {
        double temperature = TemperatureScaling.Fit(candidate => 5 * Math.Log(1 + Math.Exp(-2 / candidate)));
        Assert.InRange(temperature, 0.4, 1);
    }

    [Fact]
    public void A_conformal_threshold_keeps_nine_in_ten_of_a_class()
    {
        double[] own = [.. Enumerable.Range(1, 19).Select(i => i / 20.0)];
        Assert.Equal(0.10, ConformalQuantile.Threshold(own, 0.10));
        Assert.Null(ConformalQuantile.Threshold(own.Take(18), 0.10));
    }

    [Fact]
    public void Coverage_of_new_stopes_is_at_least_nine_in_ten()
    {
        // 39 calibration stopes, one new one, exchangeable: it is missed when it is among the 4 smallest of 40.
        double[] all = [.. Enumerable.Range(1, 40).Select(i => i / 41.0)];
        int missed = all.Count(candidate =>
            candidate < ConformalQuantile.Threshold(all.Where(other => other != candidate), 0.10)
        );
        Assert.InRange(missed, 1, 4);
    }

    [Fact]
    public void A_class_with_few_calibration_stopes_is_always_in_the_set()
    {
        ModelCalibration calibration = ModelCalibration.None(2) with { ConformalThresholds = [0.3, null] };
        StabilityClass[] classes = [StabilityClass.Stable, StabilityClass.NotStable];
        Assert.Equal(classes, calibration.ConformalSet([0.999, 0.001], classes));
        Assert.Equal([StabilityClass.NotStable], calibration.ConformalSet([0.2, 0.8], classes));
    }
}
