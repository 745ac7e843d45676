using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Datasets.Folds;

namespace DeepmineSentinel.Learning.Tests.Datasets.Folds;

public sealed class FoldLimitsTests
{
    private static readonly SampleSet Set = SampleBuilder.Build(
        new MineDataset(DemoMineGenerator.Generate(new() { Stopes = 150, Days = 60 }).Stopes, ""),
        new LabelOptions(),
        new WindowOptions()
    );

    [Fact]
    public void Fewer_stopes_learn_of_every_class_and_the_same_are_tested_on()
    {
        IReadOnlyList<Fold> all = FoldPlan.Create(Set, new LabelOptions(), new FoldOptions());
        IReadOnlyList<Fold> few = FoldPlan.Create(Set, new LabelOptions(), new FoldOptions { MostLearning = 40 });
        IReadOnlyList<int> classes = Set.StopeClasses();
        foreach ((Fold whole, Fold limited) in all.Zip(few))
        {
            Assert.Equal(whole.Split.Test, limited.Split.Test);
            int[] learning = [.. limited.Split.Train, .. limited.Split.Stop, .. limited.Split.Calibrate];
            Assert.InRange(learning.Length, 38, 42);
            Assert.Equal(learning.Length, learning.Distinct().Count());
            Assert.Empty(learning.Intersect(limited.Split.Test));
            Assert.Equal([0, 1, 2], learning.Select(stope => classes[stope]).Where(one => one >= 0).Distinct().Order());
        }
    }

    [Fact]
    public void Bands_of_depth_hold_every_stope_once_and_nothing_of_their_depth_learns()
    {
        IReadOnlyList<Fold> folds = FoldPlan.Create(Set, new LabelOptions(), new FoldOptions { By = HoldOutBy.Depth });
        int[] tested = [.. folds.SelectMany(fold => fold.Split.Test)];
        Assert.Equal(tested.Length, tested.Distinct().Count());
        Assert.Equal(Set.Samples.Select(sample => sample.StopeIndex).Distinct().Count(), tested.Length);
        Fold deepest = folds[^1];
        double shallowest = deepest.Split.Test.Min(Depth);
        Assert.All(deepest.Split.Train, stope => Assert.True(Depth(stope) <= shallowest));
        Assert.StartsWith("depth ", deepest.Name, StringComparison.Ordinal);

        double Depth(int stope) => Set.Stopes[stope].Properties.DepthMetres;
    }
}
