using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using static DeepmineSentinel.Learning.Tests.MineBuilder;

namespace DeepmineSentinel.Learning.Tests.Datasets;

public sealed class StopeSplitTests
{
    [Fact]
    public void Every_labelled_stope_is_in_one_group_and_every_class_in_each()
    {
        SampleSet set = Set(37, 13);
        StopeSplit split = StopeSplit.Create(set, new());
        Assert.Equal(Enumerable.Range(0, 50), split.Train.Concat(split.Stop).Concat(split.Test).Order());
        IReadOnlyList<int> classes = set.StopeClasses();
        Assert.All(
            [split.Train, split.Stop, split.Test],
            group => Assert.Equal(2, group.Select(s => classes[s]).Distinct().Count())
        );
        Assert.InRange(split.Test.Count, 2, 10);
        Assert.InRange(split.Train.Count, 30, 40);
        Assert.True(split.ValidationShared);
        Assert.Equal(split.Stop, split.Calibrate);
    }

    [Fact]
    public void The_test_stopes_do_not_depend_on_the_seed_but_the_validation_stopes_do()
    {
        SampleSet set = Set(200, 60);
        StopeSplit one = StopeSplit.Create(set, new() { Seed = 1 });
        StopeSplit two = StopeSplit.Create(set, new() { Seed = 2 });
        Assert.Equal(one.Test, two.Test);
        Assert.NotEqual(one.Stop, two.Stop);
        Assert.Equal(one, StopeSplit.Create(set, new() { Seed = 1 }), Same);
    }

    [Fact]
    public void A_stope_stays_in_or_out_of_the_test_when_others_come()
    {
        SampleSet small = Set(150, 50);
        SampleSet large = Set(300, 100);
        HashSet<string> before = Names(small, StopeSplit.Create(small, new()).Test);
        HashSet<string> after = Names(large, StopeSplit.Create(large, new()).Test);
        HashSet<string> known = [.. small.Stopes.Select(stope => stope.Name)];
        Assert.Equal(before, after.Where(known.Contains).ToHashSet());
    }

    [Fact]
    public void Twenty_validation_stopes_are_halved_without_overlap()
    {
        SampleSet set = Set(150, 50);
        StopeSplit split = StopeSplit.Create(set, new());
        Assert.False(split.ValidationShared);
        Assert.Empty(split.Stop.Intersect(split.Calibrate));
        Assert.InRange(split.Stop.Count - split.Calibrate.Count, -1, 1);
        IReadOnlyList<int> classes = set.StopeClasses();
        Assert.InRange(split.Calibrate.Count(stope => classes[stope] == 1), 3, 7);
    }

    [Fact]
    public void The_share_of_test_stopes_is_about_what_was_asked_for()
    {
        SampleSet set = Set(900, 300);
        Assert.InRange(StopeSplit.Create(set, new()).Test.Count, 90, 150);
        Assert.Empty(StopeSplit.Create(set, new() { TestShare = 0 }).Test);
    }

    [Fact]
    public void Three_stopes_of_a_class_are_enough_for_one_in_each_group()
    {
        SampleSet set = Set(3, 3);
        StopeSplit split = StopeSplit.Create(set, new());
        Assert.Equal(2, split.Train.Count);
        Assert.Equal(2, split.Stop.Count);
        Assert.Equal(2, split.Test.Count);
    }

    [Fact]
    public void The_reference_mine_holds_out_both_classes_and_trains_on_most_of_its_unstable_stopes()
    {
        string? file = SharedFile("reference-mine/stope_static_features.csv");
        Assert.SkipUnless(file is not null, "../shared/data/reference-mine is absent.");
        IEnumerable<StopeHistory> stopes = File.ReadLines(file!)
            .Skip(1)
            .Select(line => Stope(line.Split(',')[0], 1, line.TrimEnd()[^1] == '1') with { Mine = Mine.DefaultName });
        SampleSet set = SampleBuilder.Build(Data(stopes), new(), new());
        StopeSplit split = StopeSplit.Create(set, new());
        IReadOnlyList<int> classes = set.StopeClasses();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"train {split.Train.Count}, validation {split.Stop.Count}, test {string.Join(", ", split.Test.Select(i => set.Stopes[i].Name + ":" + classes[i]))}"
        );
        Assert.InRange(split.Test.Count, 3, 9);
        Assert.InRange(split.Test.Count(stope => classes[stope] == 1), 1, 3);
        Assert.InRange(split.Train.Count(stope => classes[stope] == 1), 7, 10);
        Assert.InRange(split.Stop.Count(stope => classes[stope] == 1), 2, 3);
    }

    [Fact]
    public void Fewer_than_three_stopes_of_a_class_are_refused_with_what_to_do()
    {
        SentinelException refusal = Assert.Throws<SentinelException>(() => StopeSplit.Create(Set(20, 2), new()));
        Assert.Equal("too_few_stopes_of_a_class", refusal.Code);
        Assert.Contains("too few are labelled not stable (2)", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Label more stopes", refusal.Message, StringComparison.Ordinal);
    }

    private static bool Same(StopeSplit one, StopeSplit two) =>
        one.Train.SequenceEqual(two.Train) && one.Stop.SequenceEqual(two.Stop) && one.Test.SequenceEqual(two.Test);

    private static string? SharedFile(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, "shared", "data", path);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    private static HashSet<string> Names(SampleSet set, IReadOnlyList<int> stopes) =>
        [.. stopes.Select(stope => set.Stopes[stope].Name)];

    private static SampleSet Set(int stable, int unstable)
    {
        IEnumerable<StopeHistory> stopes = Enumerable
            .Range(0, stable)
            .Select(i => Stope($"s{i}", 1, true))
            .Concat(Enumerable.Range(0, unstable).Select(i => Stope($"u{i}", 1, false)));
        return SampleBuilder.Build(Data(stopes), new(), new());
    }
}
