using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Tests.Datasets.Demo;

public sealed class DemoMineTests
{
    private static readonly DemoMineOptions Large = new() { Stopes = 3_000 };
    private static readonly Lazy<DemoMine> LargeMine = new(() => DemoMineGenerator.Generate(Large));

    [Fact]
    public void The_same_seed_gives_the_same_mine_and_another_seed_another()
    {
        DemoMineOptions options = new() { Stopes = 20, Days = 40 };
        string once = JsonSerializer.Serialize(DemoMineGenerator.Generate(options));
        string again = JsonSerializer.Serialize(DemoMineGenerator.Generate(options));
        string other = JsonSerializer.Serialize(DemoMineGenerator.Generate(options with { Seed = 8 }));
        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
    }

    [Fact]
    public void A_stope_in_five_fails_and_four_of_five_failures_have_an_onset()
    {
        StopeTruth[] failed = [.. LargeMine.Value.Truth.Where(stope => stope.FailureDay is not null)];
        Assert.InRange((double)failed.Length / Large.Stopes, 0.175, 0.225);
        Assert.InRange(failed.Count(stope => !stope.WithoutWarning) / (double)failed.Length, 0.74, 0.86);
        Assert.Contains(LargeMine.Value.Truth, stope => stope.Onsets.Any(onset => onset.StopDay is not null));
    }

    [Fact]
    public void Every_value_is_one_that_an_import_accepts()
    {
        foreach (StopeHistory stope in LargeMine.Value.Stopes)
        {
            Assert.Empty(stope.Properties.Problems());
            Assert.True(stope.IsSynthetic);
            for (int channel = 0; channel < 5; channel++)
            {
                Assert.All(
                    stope.Readings,
                    reading =>
                        Assert.True(
                            ReadingQuantities.Value(reading, channel) is not { } value
                                || ReadingQuantities.All[channel].Contains(value)
                        )
                );
            }
        }
    }

    [Fact]
    public void Nothing_is_recorded_of_a_stope_after_it_failed()
    {
        foreach ((StopeHistory stope, StopeTruth truth) in LargeMine.Value.Stopes.Zip(LargeMine.Value.Truth))
        {
            Assert.Equal(truth.FailedAt is not null, stope.Outcomes.Any(o => o.Class == OutcomeClass.Failure));
            if (truth.FailedAt is { } failure)
            {
                Assert.All(stope.Readings, reading => Assert.True(reading.Timestamp < failure));
                Assert.Equal(OutcomeClass.Failure, stope.Outcomes[^1].Class);
                Assert.True(Math.Abs((stope.Outcomes[^1].EffectiveAt - failure).TotalMinutes) < 1);
            }
        }
    }

    [Fact]
    public void Inspections_find_stable_and_unstable_stopes_and_never_heal_one()
    {
        int unstable = 0;
        foreach (StopeHistory stope in LargeMine.Value.Stopes)
        {
            OutcomeClass[] classes = [.. stope.Outcomes.Select(outcome => outcome.Class)];
            Assert.Equal(classes.Order(), classes);
            unstable += classes.Contains(OutcomeClass.Unstable) ? 1 : 0;
        }

        Assert.InRange((double)unstable / Large.Stopes, 0.15, 0.6);
    }

    [Fact]
    public void The_oracle_is_calibrated_and_ranks_well_on_a_large_mine()
    {
        Oracle oracle = new(Large.Parameters);
        for (int horizon = 0; horizon < 5; horizon++)
        {
            (double[] said, bool[] happened) = Score(oracle, horizon);
            double expected = said.Sum();
            double noise = Math.Sqrt(said.Sum(p => p * (1 - p)));
            Assert.InRange(happened.Count(h => h), expected - (4 * noise), expected + (4 * noise));
            Assert.True(Calibration.ExpectedError(said, happened) < 1.5 * Calibration.PerfectPoint(said, 1, 200));
        }

        (double[] week, bool[] failed) = Score(oracle, 2);
        double auc = BinaryScores.Auc(week, failed);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"oracle AUC 7 days {auc:0.000}, events {failed.Count(f => f)}"
        );
        Assert.InRange(auc, 0.8, 1);
    }

    [Fact]
    public void The_oracle_does_not_change_when_what_was_drawn_for_later_does()
    {
        Oracle oracle = new(Large.Parameters);
        StopeTruth stope = LargeMine.Value.Truth.First(s => s.Onsets.Count > 0 && s.Onsets[0].Day > 20);
        DateTime asOf = stope.Start.AddDays(stope.Onsets[0].Day + 1);
        DemoOnset longer = stope.Onsets[0] with { CourseDays = 25, StopDay = null };
        StopeTruth other = stope with
        {
            FailureDay = null,
            Onsets = [longer],
            Blasts = [.. stope.Blasts.Where(blast => blast.Day <= stope.Onsets[0].Day + 1)],
        };
        Assert.Equal(oracle.Forecast(other, asOf), oracle.Forecast(stope, asOf));
        Assert.Equal(oracle.Forecast(other, asOf.AddDays(-2)), oracle.Forecast(stope, asOf.AddDays(-2)));
    }

    [Fact]
    public void Deformation_tells_of_failure_within_a_week_but_temperature_and_humidity_do_not()
    {
        Assert.True(AucOf(1) > 0.65, $"deformation {AucOf(1)}");
        Assert.InRange(AucOf(3), 0.42, 0.58);
        Assert.InRange(AucOf(4), 0.42, 0.58);
    }

    [Fact]
    public void Sensors_drop_out_stick_and_spike()
    {
        Reading[] readings = [.. LargeMine.Value.Stopes.SelectMany(stope => stope.Readings)];
        double missing = readings.Count(r => r.StressMegapascals is null) / (double)readings.Length;
        Assert.InRange(missing, 0.015, 0.05);
        double stuck = LargeMine.Value.Stopes.Count(stope => LongestRun(stope.Readings) >= 3) / (double)Large.Stopes;
        Assert.InRange(stuck, 0.05, 0.2);
        int spikes = LargeMine.Value.Stopes.Sum(stope =>
            stope
                .Readings.Zip(stope.Readings.Skip(1))
                .Count(pair => pair.Second.StressMegapascals > 3 * pair.First.StressMegapascals)
        );
        Assert.InRange(spikes / (double)readings.Length, 0.0005, 0.003);
    }

    [Fact]
    public void Inverse_velocity_falls_on_a_line_before_an_announced_failure()
    {
        StopeTruth stope = new()
        {
            Name = "x",
            Start = Large.Start,
            HazardPerDay = 0,
            ExposureDaysAtStart = 0,
            ElosMetres = 0,
            Blasts = [],
            ExpectedPpvPerDay = 0,
            SuddenChance = 0,
            Onsets = [new DemoOnset(10, 8, null)],
            FailureDay = 18,
        };
        DemoMotion motion = new(stope, Large.Parameters with { OnsetVelocityFactor = 1_000 }, 0.001);
        double early = 1 / ((motion.VelocityAt(16) / 0.001) + 999);
        double late = 1 / ((motion.VelocityAt(17) / 0.001) + 999);
        Assert.Equal(2, early / late, 6);
    }

    [Theory]
    [InlineData(9, 120)]
    [InlineData(60, 13)]
    public void A_mine_too_small_to_mean_anything_is_refused(int stopes, int days)
    {
        SentinelException refusal = Assert.Throws<SentinelException>(() =>
            DemoMineGenerator.Generate(new() { Stopes = stopes, Days = days })
        );
        Assert.Equal("invalid_demo_size", refusal.Code);
    }

    private static (double[] Said, bool[] Happened) Score(Oracle oracle, int horizon)
    {
        List<double> said = [];
        List<bool> happened = [];
        int ahead = Core.Predictions.Horizons.Days[horizon];
        foreach (StopeTruth stope in LargeMine.Value.Truth)
        {
            for (int day = 15; day <= 75; day += 30)
            {
                if (!(stope.FailureDay <= day))
                {
                    said.Add(oracle.Forecast(stope, stope.Start.AddDays(day))[horizon]);
                    happened.Add(stope.FailureDay <= day + ahead);
                }
            }
        }

        return ([.. said], [.. happened]);
    }

    private static double AucOf(int channel)
    {
        List<double> values = [];
        List<bool> happened = [];
        foreach ((StopeHistory stope, StopeTruth truth) in LargeMine.Value.Stopes.Zip(LargeMine.Value.Truth))
        {
            foreach (int day in (int[])[20, 50, 80])
            {
                if (day < stope.Readings.Count && ReadingQuantities.Value(stope.Readings[day], channel) is { } value)
                {
                    values.Add(value);
                    happened.Add(truth.FailureDay <= day + 7);
                }
            }
        }

        return BinaryScores.Auc([.. values], [.. happened]);
    }

    private static int LongestRun(IReadOnlyList<Reading> readings)
    {
        int longest = 1;
        int run = 1;
        for (int i = 1; i < readings.Count; i++)
        {
            run =
                readings[i].StressMegapascals is { } value && value == readings[i - 1].StressMegapascals ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
