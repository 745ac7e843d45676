using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;
using static DeepmineSentinel.Learning.Tests.MineBuilder;

namespace DeepmineSentinel.Learning.Tests.Baselines;

public sealed class DemoOracleTests
{
    private static readonly DemoMine Mine = DemoMineGenerator.Generate(new() { Stopes = 30, Days = 60 });

    [Fact]
    public void A_demo_mine_is_known_again_after_its_dates_were_shifted()
    {
        TimeSpan shift = TimeSpan.FromDays(300);
        StopeHistory[] shifted =
        [
            .. Mine.Stopes.Select(stope =>
                stope with
                {
                    Readings = [.. stope.Readings.Select(r => r with { Timestamp = r.Timestamp + shift })],
                    Outcomes =
                    [
                        .. stope.Outcomes.Select(o =>
                            o with
                            {
                                ObservedAt = o.ObservedAt + shift,
                                OccurredAt = o.OccurredAt + shift,
                            }
                        ),
                    ],
                }
            ),
        ];
        SampleSet set = SampleBuilder.Build(Data(shifted), new(), new());
        DemoOracle oracle = new();
        Assert.Null(oracle.Fit(set, []));
        Sample sample = set.Samples[40];
        double[] direct = new Oracle(new()).Forecast(Mine.Truth[sample.StopeIndex], sample.AsOf!.Value - shift);
        Assert.Equal(direct, oracle.PredictForecast(set, sample));
    }

    [Fact]
    public void A_changed_mine_another_seed_and_a_real_mine_are_not_taken_for_it()
    {
        SampleSet set = SampleBuilder.Build(Data(Mine.Stopes), new(), new());
        Assert.Contains("another seed", new DemoOracle(8).Fit(set, []), StringComparison.Ordinal);
        StopeHistory[] changed = [.. Mine.Stopes];
        changed[3] = changed[3] with { Properties = changed[3].Properties with { DepthMetres = 1 } };
        Assert.Contains("changed", new DemoOracle().Fit(set with { Stopes = changed }, []), StringComparison.Ordinal);
        changed[3] = changed[3] with { IsSynthetic = false };
        Assert.Contains(
            "not one generated",
            new DemoOracle().Fit(set with { Stopes = changed }, []),
            StringComparison.Ordinal
        );
    }
}
