using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation.Drift;

namespace DeepmineSentinel.Learning.Tests.Evaluation;

public sealed class DriftTests
{
    private static readonly string[] Names = ["deformation_rate", "stress", "humidity"];

    [Fact]
    public void A_channel_that_moved_on_most_stopes_is_found_and_the_others_are_not()
    {
        DriftResult result = DriftTest.Paired(Channels(stopes: 30, seed: 1, shift: 0.8));
        Assert.True(result.Features[0].IsAlarm);
        Assert.All(result.Features.Skip(1), feature => Assert.False(feature.IsAlarm));
        Assert.Equal(30, result.Features[0].Stopes);
        Assert.InRange(0.05, result.FalseAlarmInterval![0], result.FalseAlarmInterval[1]);
    }

    // At one false alarm in twenty, seven or more of twenty come about once in ten thousand times.
    [Fact]
    public void Where_nothing_moved_alarms_are_as_rare_as_said()
    {
        int alarms = Enumerable
            .Range(1, 20)
            .Count(seed => DriftTest.Paired(Channels(12, seed, shift: 0)).Features.Any(feature => feature.IsAlarm));
        Assert.InRange(alarms, 0, 6);
    }

    [Fact]
    public void New_stopes_of_other_rock_are_found_as_a_group()
    {
        SeededNumbers numbers = new(3, "drift groups");
        double[] old = [.. Enumerable.Range(0, 40).Select(_ => 70 + (8 * numbers.NextNormal()))];
        double[] alike = [.. Enumerable.Range(0, 12).Select(_ => 70 + (8 * numbers.NextNormal()))];
        double[] poorer = [.. alike.Select(value => value - 30)];
        Assert.False(DriftTest.Groups([new DriftInput("rqd", "%", old, alike)]).Features[0].IsAlarm);
        Assert.True(DriftTest.Groups([new DriftInput("rqd", "%", old, poorer)]).Features[0].IsAlarm);
    }

    [Fact]
    public void Few_stopes_and_missing_values_tell_nothing()
    {
        DriftResult few = DriftTest.Paired(Channels(stopes: 7, seed: 1, shift: 5));
        Assert.All(few.Features, feature => Assert.Null(feature.PValue));
        Assert.Null(few.FalseAlarmRate);
        double[] missing = [.. Enumerable.Repeat(double.NaN, 20)];
        DriftResult none = DriftTest.Paired([new DriftInput("stress", "MPa", missing, missing)]);
        Assert.Equal((0, null, null), (none.Features[0].Stopes, none.Features[0].Before, none.Features[0].PValue));
    }

    [Fact]
    public void One_wild_sensor_does_not_make_a_drift()
    {
        DriftInput[] inputs = Channels(stopes: 30, seed: 5, shift: 0);
        double[] now = [.. inputs[0].Now];
        now[3] = 90_000;
        DriftResult result = DriftTest.Paired([inputs[0] with { Now = now }, .. inputs.Skip(1)]);
        Assert.False(result.Features[0].IsAlarm);
    }

    private static DriftInput[] Channels(int stopes, long seed, double shift)
    {
        SeededNumbers numbers = new(seed, "drift test");
        return
        [
            .. Names.Select(
                (name, channel) =>
                {
                    double[] before = [.. Enumerable.Range(0, stopes).Select(_ => 2 + numbers.NextNormal())];
                    double[] now =
                    [
                        .. before.Select(value => value + (0.3 * numbers.NextNormal()) + (channel == 0 ? shift : 0)),
                    ];
                    return new DriftInput(name, "", before, now);
                }
            ),
        ];
    }
}
