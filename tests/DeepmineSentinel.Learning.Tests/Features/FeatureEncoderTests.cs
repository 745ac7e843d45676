using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Features;
using static DeepmineSentinel.Learning.Tests.MineBuilder;

namespace DeepmineSentinel.Learning.Tests.Features;

public sealed class FeatureEncoderTests
{
    private static readonly IReadOnlyList<StopeHistory> Demo = DemoMineGenerator
        .Generate(new() { Stopes = 40, Days = 60 })
        .Stopes;

    private static readonly FeatureEncoder Encoder = FeatureEncoder.Fit(Demo, new());

    [Fact]
    public void Training_stopes_have_mean_nought_and_deviation_one_in_every_number_they_have()
    {
        float[][] rows = [.. Demo.Select(stope => Encoder.EncodeStatics(stope.Properties))];
        for (int i = 0; i < Encoder.StaticCount && !Encoder.FeatureNames[i].Contains(':'); i++)
        {
            double mean = rows.Average(row => row[i]);
            Assert.Equal(0, mean, 1e-5);
            Assert.Equal(1, rows.Average(row => (row[i] - mean) * (row[i] - mean)), 1e-4);
        }
    }

    [Fact]
    public void Every_input_has_its_name_and_its_place()
    {
        float[] row = Encoder.EncodeStatics(
            Rock with
            {
                Direction = CompassDirection.East,
                RockType = RockType.Shale,
                JointSetNumber = null,
            }
        );
        Assert.Equal(Encoder.StaticCount, row.Length);
        Assert.Equal(Encoder.FeatureNames.Count, Encoder.FeatureNames.Distinct().Count());
        Assert.Equal(1, row[Place("direction:sine")], 1e-6);
        Assert.Equal(0, row[Place("direction:cosine")], 1e-6);
        Assert.Equal(1, row[Place("rock_type:Shale")]);
        Assert.Equal(0, row[Place("rock_type:Granite")]);
        Assert.Equal(1, row[Place("Jn:missing")]);
        Assert.Equal(0, row[Place("Jn")]);
        Assert.Equal(0, row[Place("rqd:missing")]);
        Assert.Equal(1, row[Place("ln_n_prime:missing")]);
        Assert.Equal(1, row[Place("support_installed")]);
    }

    [Fact]
    public void A_category_or_number_that_training_never_saw_is_unknown_or_missing()
    {
        FeatureEncoder encoder = FeatureEncoder.Fit([Stope("a", 5), Stope("b", 5)], new());
        float[] row = encoder.EncodeStatics(Rock with { RockType = RockType.Marble, QPrime = 20 });
        Assert.Equal(1, row[encoder.FeatureNames.ToList().IndexOf("rock_type:unknown")]);
        Assert.Equal(1, row[encoder.FeatureNames.ToList().IndexOf("q_prime:missing")]);
        Assert.All(row, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void A_window_is_padded_at_the_front_and_masks_what_is_missing()
    {
        StopeHistory stope = Stope("a", 4);
        Reading[] readings = [.. stope.Readings];
        readings[2] = readings[2] with { StressMegapascals = null };
        EncodedSample sample = Encoder.Encode(stope with { Readings = readings }, null);
        Assert.Equal(30 * 5, sample.Mask.Length);
        Assert.All(sample.Mask[..(26 * 5)], mask => Assert.Equal(0, mask));
        Assert.Equal(0, sample.Mask[(28 * 5) + 2]);
        Assert.Equal(0, sample.Series[(28 * 5) + 2]);
        Assert.Equal(19, sample.Mask.Sum());
    }

    [Fact]
    public void A_step_holds_the_mean_of_its_readings_and_of_vibration_the_maximum()
    {
        StopeHistory once = Stope("a") with { Readings = [Of(Start, 9, 3, 40)] };
        StopeHistory thrice = Stope("a") with
        {
            Readings = [Of(Start, 2, 1, 30), Of(Start.AddHours(3), 9, 3, 40), Of(Start.AddHours(6), 4, 5, 50)],
        };
        Assert.Equal(Encoder.Encode(once, null).Series, Encoder.Encode(thrice, null).Series);
        StopeHistory afterTwo = Stope("a") with { Readings = [Of(Start, 9, 2, 35)] };
        Assert.Equal(Encoder.Encode(afterTwo, null).Series, Encoder.Encode(thrice, Start.AddHours(3)).Series);
    }

    [Fact]
    public void Deleting_everything_later_than_a_moment_changes_no_input_of_that_moment()
    {
        foreach (StopeHistory stope in Demo.Take(10))
        {
            StopeEncoder whole = Encoder.ForStope(stope);
            foreach (DateTime t in SampleBuilder.WindowEnds(stope, new()).Append(Start.AddDays(20).AddHours(2)))
            {
                StopeHistory past = stope with
                {
                    Readings = [.. stope.Readings.Where(reading => reading.Timestamp <= t)],
                    Events = [],
                    Outcomes = [],
                };
                EncodedSample one = whole.Encode(t);
                EncodedSample other = Encoder.Encode(past, t);
                Assert.Equal(one.Static, other.Static);
                Assert.Equal(one.Series, other.Series);
                Assert.Equal(one.Mask, other.Mask);
                Assert.Equal(Encoder.RangeCheck.Check(stope, t).Warnings, Encoder.RangeCheck.Check(past, t).Warnings);
            }
        }
    }

    [Fact]
    public void No_readings_and_readings_long_past_give_an_all_masked_window()
    {
        Assert.Equal(0, Encoder.Encode(Stope("a"), null).Mask.Sum());
        Assert.Equal(0, Encoder.Encode(Stope("a", 5), Start.AddDays(90)).Mask.Sum());
        Assert.Equal(0, Encoder.Encode(Stope("a", 5), Start.AddDays(-90)).Mask.Sum());
    }

    [Fact]
    public void Components_come_back_from_json_equal_to_the_bit()
    {
        string json = JsonSerializer.Serialize(Encoder.ToComponents());
        FeatureEncoder back = FeatureEncoder.FromComponents(JsonSerializer.Deserialize<FeatureComponents>(json)!);
        Assert.Equal(json, JsonSerializer.Serialize(back.ToComponents()));
        foreach (StopeHistory stope in Demo)
        {
            Assert.Equal(Encoder.Encode(stope, null).Static, back.Encode(stope, null).Static);
            Assert.Equal(Encoder.Encode(stope, null).Series, back.Encode(stope, null).Series);
        }
    }

    [Fact]
    public void Changing_other_stopes_or_readings_after_a_failure_leaves_the_components_alone()
    {
        StopeHistory failed = Stope("a", 30) with { Outcomes = [Outcome(20, OutcomeClass.Failure)] };
        Reading[] spoiled = [.. failed.Readings.Select((r, i) => i < 20 ? r : r with { StressMegapascals = 900 })];
        string before = Json([failed, Stope("b", 10)]);
        Assert.Equal(before, Json([failed with { Readings = spoiled }, Stope("b", 10)]));

        SampleSet set = SampleBuilder.Build(Data(Demo), new(), new());
        StopeSplit split = StopeSplit.Create(set, new());
        StopeHistory[] changed = [.. Demo];
        foreach (int stope in split.Stop.Concat(split.Test))
        {
            changed[stope] = Demo[stope] with { Properties = Rock with { RqdPercent = 1 }, Readings = [] };
        }

        Assert.Equal(Json([.. split.Train.Select(i => Demo[i])]), Json([.. split.Train.Select(i => changed[i])]));
    }

    [Fact]
    public void Components_that_do_not_fit_are_refused()
    {
        FeatureComponents good = Encoder.ToComponents();
        FeatureComponents[] bad =
        [
            good with
            {
                Layout = 99,
            },
            good with
            {
                Numbers = [.. good.Numbers.Skip(1)],
            },
            good with
            {
                Channels = [.. good.Channels.Select(c => c with { Scale = 0 })],
            },
            good with
            {
                Window = new WindowOptions { Length = 100_000 },
            },
            good with
            {
                DistanceLimit = double.NaN,
            },
        ];
        Assert.All(
            bad,
            components =>
                Assert.Equal(
                    "artifact_damaged",
                    Assert.Throws<SentinelException>(() => FeatureEncoder.FromComponents(components)).Code
                )
        );
    }

    [Fact]
    public void Attributions_start_from_medians_with_the_same_mask()
    {
        EncodedSample sample = Encoder.Encode(Demo[0], null);
        float[] statics = Encoder.BaselineStatic(sample.Static);
        float[] series = Encoder.BaselineSeries(sample.Mask);
        Assert.Equal(
            1,
            Enumerable
                .Range(0, statics.Length)
                .Where(i => Encoder.FeatureNames[i].StartsWith("rock_type:", StringComparison.Ordinal))
                .Sum(i => statics[i]),
            1e-5
        );
        Assert.Equal(sample.Static[Place("Jn:missing")], statics[Place("Jn:missing")]);
        Assert.All(Enumerable.Range(0, series.Length).Where(i => sample.Mask[i] == 0), i => Assert.Equal(0, series[i]));
    }

    private static string Json(IReadOnlyList<StopeHistory> stopes) =>
        JsonSerializer.Serialize(FeatureEncoder.Fit(stopes, new()).ToComponents());

    private static int Place(string name) => Encoder.FeatureNames.ToList().IndexOf(name);

    private static Reading Of(DateTime at, double vibration, double deformation, double stress) =>
        new()
        {
            Timestamp = at,
            VibrationVelocityMmPerSecond = vibration,
            DeformationRateMmPerDay = deformation,
            StressMegapascals = stress,
        };
}
