using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Tests.Runs;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Inference;

public sealed class StabilityPredictorTests(TrainedDemo demo)
{
    private static readonly DateTime MidSeries = new(2025, 2, 10, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_loaded_model_passes_its_probe_to_one_in_a_million()
    {
        using StabilityPredictor predictor = Load();
        Assert.True(predictor.Probe.Passed);
        Assert.InRange(predictor.Probe.MaxDifference, 0, 1e-6);
        Assert.Equal("20260131_235959_0a1b2c3d", predictor.Metadata.RunId);
    }

    [Fact]
    public void Two_loads_answer_alike_and_in_the_order_asked()
    {
        using StabilityPredictor first = Load();
        using StabilityPredictor second = Load();
        IReadOnlyList<StabilityPrediction> one = first.Predict(Standing, Options, Token);
        IReadOnlyList<StabilityPrediction> other = second.Predict([.. Standing.Reverse()], Options, Token);
        Assert.Equal(Standing.Select(stope => stope.Name), one.Select(prediction => prediction.StopeName));
        Assert.All(
            one.Zip(other.Reverse()).Where(pair => IsAnswered(pair.First)),
            pair => Assert.Equal(pair.First.Forecast[2].Probability, pair.Second.Forecast[2].Probability, 1e-6)
        );
    }

    [Fact]
    public void Many_threads_explain_at_once_and_every_answer_is_that_of_one()
    {
        using StabilityPredictor predictor = Load();
        StopeHistory[] few = [.. Standing.Take(4)];
        string alone = JsonSerializer.Serialize(predictor.Predict(few, Options, Token));
        using Barrier start = new(8);
        string[] answers = new string[8];
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, answers.Length)
                .Select(i => new Thread(() =>
                {
                    start.SignalAndWait(Token);
                    answers[i] = Answer(predictor, few);
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(answers, answer => Assert.Equal(alone, answer));
    }

    [Fact]
    public void A_network_that_learnt_from_generated_data_says_nothing_of_a_real_stope()
    {
        using StabilityPredictor predictor = Load();
        StopeHistory[] answered =
        [
            .. Standing
                .Zip(predictor.Predict(Standing, Options, Token))
                .Where(pair => IsAnswered(pair.Second))
                .Select(pair => pair.First),
        ];
        StopeHistory[] real = [.. answered.Select(stope => stope with { IsSynthetic = false })];

        Assert.NotEmpty(real);
        Assert.All(
            predictor.Predict(real, Options, Token),
            prediction =>
            {
                Assert.Equal(PredictionMode.Unknown, prediction.Mode);
                Assert.Equal(RiskLevel.Unknown, prediction.Level);
                Assert.Contains("generated data", prediction.UnknownReason, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Deleting_every_row_later_than_the_moment_changes_nothing_of_the_answer()
    {
        using StabilityPredictor predictor = Load();
        StopeHistory[] past =
        [
            .. Standing.Select(stope =>
                stope with
                {
                    Readings = [.. stope.Readings.Where(reading => reading.Timestamp <= MidSeries)],
                    Events = [.. stope.Events.Where(one => one.Timestamp <= MidSeries)],
                    Outcomes = [.. stope.Outcomes.Where(outcome => outcome.ObservedAt <= MidSeries)],
                }
            ),
        ];
        PredictionOptions options = Options with { AsOf = MidSeries };
        Assert.Equal(
            JsonSerializer.Serialize(predictor.Predict(Standing, options, Token)),
            JsonSerializer.Serialize(predictor.Predict(past, options, Token))
        );
    }

    [Fact]
    public void Forecasts_never_fall_and_levels_are_cut_from_seven_days()
    {
        using StabilityPredictor predictor = Load();
        StabilityPrediction[] answered = [.. predictor.Predict(Standing, Options, Token).Where(IsAnswered)];
        Assert.NotEmpty(answered);
        Assert.All(
            answered,
            prediction =>
            {
                Assert.Equal([1, 3, 7, 14, 30], prediction.Forecast.Select(forecast => forecast.HorizonDays));
                Assert.True(
                    prediction
                        .Forecast.Zip(prediction.Forecast.Skip(1))
                        .All(p => p.First.Probability <= p.Second.Probability)
                );
                Assert.Equal(LevelBasis.Forecast, prediction.LevelBasis);
                Assert.Equal(RiskThresholds.Default.LevelOf(prediction.Forecast[2].Probability), prediction.Level);
                Assert.Equal(1, prediction.Condition!.Probabilities.Sum(one => one.Probability), 9);
                Assert.False(prediction.Stale);
                Assert.NotEqual(RiskTrend.Unknown, prediction.RiskTrend);
            }
        );
    }

    [Fact]
    public void Contributions_add_up_to_the_difference_in_log_odds()
    {
        using LoadedModel model = ModelReader.Read(demo.Sink.Open);
        using StabilityPredictor predictor = Load();
        SampleTable table = new SampleEncoder(model.Encoder, model.Networks.Options).Encode([
            .. Standing.Select(stope => (stope, (DateTime?)MidSeries)),
        ]);
        IReadOnlyList<StabilityPrediction> predictions = predictor.Predict(Standing, Options, Token);
        Attributor attributor = new(model);
        for (int row = 0; row < 10; row++)
        {
            if (IsAnswered(predictions[row]))
            {
                AttributionPath path = AttributionPath.Of(model.Encoder, table, row);
                double difference = attributor.DifferenceAlong(path);
                double sum = predictions[row].Drivers.Sum(driver => driver.Contribution);
                Assert.Equal(difference, sum, Math.Max(0.01 * Math.Abs(difference), 5e-3));
            }
        }
    }

    [Fact]
    public void Days_of_a_channel_add_up_to_its_driver_and_all_of_them_to_the_sum()
    {
        using StabilityPredictor predictor = Load();
        StopeHistory[] gapped = [.. Standing.Take(12).Select(WithGaps)];
        StabilityPrediction[] answered = [.. predictor.Predict(gapped, Options, Token).Where(IsAnswered)];
        Assert.NotEmpty(answered);
        foreach (StabilityPrediction prediction in answered)
        {
            SeriesAttribution attribution = prediction.Attribution!;
            Assert.Equal(prediction.Drivers.Sum(driver => driver.Contribution), attribution.Sum, 1e-9);
            double error = Math.Abs(attribution.Sum - attribution.Difference);
            Assert.InRange(error, 0, Math.Max(0.01 * Math.Abs(attribution.Difference), 5e-3));
            Assert.Equal(30, (prediction.AsOf!.Value.Date - attribution.From).TotalDays + 1);
            foreach (ChannelAttribution channel in attribution.Channels)
            {
                double driver =
                    prediction.Drivers.SingleOrDefault(one => one.Feature == channel.Channel)?.Contribution ?? 0;
                Assert.Equal(driver, channel.Contributions.Sum(part => part ?? 0.0), 1e-9);
                Assert.Equal(channel.Values.Select(v => v is null), channel.Contributions.Select(part => part is null));
            }
        }
    }

    [Fact]
    public void A_day_shows_what_was_measured_then_and_a_day_without_has_no_contribution()
    {
        using StabilityPredictor predictor = Load();
        (StopeHistory stope, StabilityPrediction prediction) = Standing
            .Select(WithGaps)
            .Select(one => (one, predictor.Predict([one], Options, Token)[0]))
            .First(pair => IsAnswered(pair.Item2));
        SeriesAttribution attribution = prediction.Attribution!;
        ChannelAttribution vibration = attribution.Channels.Single(one => one.Channel == "vibration_velocity");
        for (int step = 0; step < vibration.Values.Count; step++)
        {
            DateTime day = attribution.From.AddDays(step);
            double? most = stope
                .Readings.Where(reading => reading.Timestamp >= day && reading.Timestamp < day.AddDays(1))
                .Where(reading => reading.Timestamp <= prediction.AsOf)
                .Max(reading => reading.VibrationVelocityMmPerSecond);
            Assert.Equal((float?)most, vibration.Values[step]);
        }

        Assert.Contains(vibration.Contributions, part => part is null);
    }

    [Fact]
    public void An_answer_that_was_not_explained_or_not_given_credits_no_day()
    {
        using StabilityPredictor predictor = Load();
        PredictionOptions silent = Options with { Explain = false };
        Assert.All(predictor.Predict([.. Standing.Take(5)], silent, Token), one => Assert.Null(one.Attribution));
        StopeHistory empty = Standing[0] with { Readings = [], Outcomes = [] };
        Assert.Null(predictor.Predict([empty], Options, Token)[0].Attribution);
    }

    [Fact]
    public void An_old_answer_is_stale_and_never_calm()
    {
        using StabilityPredictor predictor = Load();
        PredictionOptions late = Options with { ComputedAt = MidSeries.AddDays(30), Explain = false };
        StabilityPrediction[] answered = [.. predictor.Predict(Standing, late, Token).Where(IsAnswered)];
        Assert.NotEmpty(answered);
        Assert.All(answered, prediction => Assert.True(prediction.Stale && prediction.Level == RiskLevel.Stale));
    }

    [Fact]
    public void A_stope_out_of_range_is_unknown_with_the_reason()
    {
        StopeHistory stope = Standing[0];
        stope = stope with { Properties = stope.Properties with { HydraulicRadiusMetres = 150 } };
        AssertUnknown(stope, "trained range");
    }

    [Fact]
    public void A_stope_without_readings_is_unknown_to_a_network_that_never_saw_one() =>
        AssertUnknown(Standing[0] with { Readings = [], Outcomes = [] }, "no readings");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stope_that_has_failed_is_unknown_with_the_date(bool asksForMoment)
    {
        (StopeHistory failed, DateTime at) = Failed();
        using StabilityPredictor predictor = Load();
        PredictionOptions after = Options with
        {
            AsOf = asksForMoment ? at.AddDays(1) : null,
            ComputedAt = at.AddDays(1),
        };
        StabilityPrediction prediction = predictor.Predict([failed], after, Token)[0];
        Assert.Equal(RiskLevel.Unknown, prediction.Level);
        Assert.Contains("failed on", prediction.UnknownReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_before_the_failure_is_answered_without_knowing_of_it()
    {
        (StopeHistory failed, DateTime at) = Failed();
        using StabilityPredictor predictor = Load();
        PredictionOptions before = Options with { AsOf = at.AddDays(-2), ComputedAt = at.AddDays(-2) };
        string? reason = predictor.Predict([failed], before, Token)[0].UnknownReason;
        Assert.DoesNotContain("failed on", reason ?? "", StringComparison.Ordinal);
    }

    private (StopeHistory Stope, DateTime At) Failed()
    {
        StopeHistory failed = demo.Data.Stopes.First(stope =>
            stope.Outcomes.Any(outcome => outcome.Class == OutcomeClass.Failure)
        );
        return (failed, failed.Outcomes.First(outcome => outcome.Class == OutcomeClass.Failure).EffectiveAt);
    }

    [Fact]
    public void Many_threads_get_the_same_answers()
    {
        using StabilityPredictor predictor = Load();
        PredictionOptions quick = Options with { Explain = false };
        double[] alone = Risks(predictor.Predict(Standing, quick, Token));
        Parallel.For(0, 8, _ => Assert.Equal(alone, Risks(predictor.Predict(Standing, quick, Token))));
    }

    [Fact]
    public void A_changed_weight_fails_the_probe()
    {
        using MemoryStream changed = new();
        using (Stream model = demo.Sink.Open(ArtifactFileNames.Model))
        {
            SafeTensorsContent content = SafeTensorsReader.Read(model);
            content.Arrays.First(array => array.Name.EndsWith("hazard_head.bias", StringComparison.Ordinal)).Values[
                0
            ] += 1e-3f;
            SafeTensors.Write(changed, content.Arrays);
        }

        changed.Position = 0;
        SentinelException problem = Assert.Throws<SentinelException>(() =>
            StabilityPredictor.Load(name => name == ArtifactFileNames.Model ? changed : demo.Sink.Open(name))
        );
        Assert.Equal("probe_failed", problem.Code);
        Assert.Equal(FailureKind.Damaged, problem.Kind);
    }

    [Theory]
    [InlineData(ArtifactFileNames.Metadata)]
    [InlineData(ArtifactFileNames.Components)]
    [InlineData(ArtifactFileNames.Model)]
    public void A_file_cut_in_half_is_refused_by_name(string file)
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(demo.Folder, file));
        SentinelException problem = Assert.Throws<SentinelException>(() =>
            StabilityPredictor.Load(name =>
                name == file ? new MemoryStream(whole, 0, whole.Length / 2) : demo.Sink.Open(name)
            )
        );
        Assert.Equal("artifact_damaged", problem.Code);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PredictionOptions Options { get; } = new() { AsOf = MidSeries, ComputedAt = MidSeries };

    // Readings and outcomes cut at the moment asked about would be equal: nothing later is looked at.
    private StopeHistory[] Standing => [.. demo.Data.Stopes.Take(20)];

    // Days without any reading, and days without vibration.
    private static StopeHistory WithGaps(StopeHistory stope) =>
        stope with
        {
            Readings =
            [
                .. stope
                    .Readings.Where((_, i) => i % 11 != 3)
                    .Select(
                        (reading, i) => i % 5 == 2 ? reading with { VibrationVelocityMmPerSecond = null } : reading
                    ),
            ],
        };

    // An exception on a thread of its own would end the process instead of the test.
    private static string Answer(StabilityPredictor predictor, StopeHistory[] stopes)
    {
        try
        {
            return JsonSerializer.Serialize(predictor.Predict(stopes, Options, Token));
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private StabilityPredictor Load() => StabilityPredictor.Load(demo.Sink.Open);

    private static bool IsAnswered(StabilityPrediction prediction) => prediction.Mode == PredictionMode.Network;

    private static double[] Risks(IReadOnlyList<StabilityPrediction> predictions) =>
        [.. predictions.Where(IsAnswered).Select(prediction => prediction.Forecast[2].Probability)];

    private void AssertUnknown(StopeHistory stope, string reason)
    {
        using StabilityPredictor predictor = Load();
        StabilityPrediction prediction = predictor.Predict([stope], Options, Token)[0];
        Assert.Equal(PredictionMode.Unknown, prediction.Mode);
        Assert.Equal(RiskLevel.Unknown, prediction.Level);
        Assert.Null(prediction.Condition);
        Assert.Empty(prediction.Forecast);
        Assert.Contains(reason, prediction.UnknownReason, StringComparison.Ordinal);
        Assert.NotEmpty(prediction.Recommendations);
    }
}
