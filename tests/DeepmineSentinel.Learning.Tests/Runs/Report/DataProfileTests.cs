using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Runs.Report;

namespace DeepmineSentinel.Learning.Tests.Runs.Report;

public sealed class DataProfileTests(TrainedDemo demo)
{
    private DataProfile Profile => ReportFacts.Read(demo.Sink.Open, hasDetails: true).Details!.Data;

    [Fact]
    public void It_counts_what_the_data_hold()
    {
        IReadOnlyList<StopeHistory> stopes = demo.Data.Stopes;

        Assert.Equal(stopes.Count, Profile.Stopes);
        Assert.Equal(stopes.Sum(stope => stope.Readings.Count), Profile.Readings);
        Assert.Equal(stopes.Sum(stope => stope.Events.Count), Profile.Events);
        Assert.Equal(stopes.Sum(stope => stope.Outcomes.Count), Profile.Outcomes.Values.Sum());
        Assert.Equal(
            stopes.SelectMany(stope => stope.Readings).Min(reading => reading.Timestamp),
            Profile.FirstReadingAt
        );
        Assert.Equal(
            stopes.SelectMany(stope => stope.Readings).Max(reading => reading.Timestamp),
            Profile.LastReadingAt
        );
    }

    [Fact]
    public void It_says_how_much_of_a_quantity_is_missing_and_how_far_it_reaches()
    {
        double?[] strengths = [.. demo.Data.Stopes.Select(stope => stope.Properties.UcsMegapascals)];
        QuantityProfile strength = Profile.Quantities.Single(one => one.Name == "ucs_mpa");
        double?[] stresses =
        [
            .. demo.Data.Stopes.SelectMany(stope => stope.Readings).Select(one => one.StressMegapascals),
        ];
        QuantityProfile stress = Profile.Channels.Single(one => one.Name == "stress");

        Assert.Equal(strengths.Count(one => one is null) / (double)strengths.Length, strength.MissingShare, 12);
        Assert.Equal(strengths.Min(), strength.Minimum);
        Assert.Equal(stresses.Count(one => one is null) / (double)stresses.Length, stress.MissingShare, 12);
        Assert.Equal(stresses.Max(), stress.Maximum);
        Assert.Equal(stresses.Average()!.Value, stress.Mean!.Value, 9);
    }

    [Fact]
    public void Its_groups_are_those_of_the_split()
    {
        ReportFacts facts = ReportFacts.Read(demo.Sink.Open, hasDetails: true);
        Dictionary<string, int> stopes = Profile.Groups.ToDictionary(group => group.Group, group => group.Stopes);

        Assert.Equal(facts.Metadata.Split.Train.Count, stopes["train"]);
        Assert.Equal(facts.Metadata.Split.Test.Count, stopes["test"]);
        Assert.All(Profile.Groups, group => Assert.Equal(group.Stopes, group.Classes.Values.Sum()));
    }
}
