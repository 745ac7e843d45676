using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Learning.Features;

/// <summary>Refuses components that this code cannot have written.</summary>
internal static class ComponentsCheck
{
    private const int MostTrainingStopes = 1_000_000;

    public static void Require(FeatureComponents components)
    {
        Require(components.Layout == FeatureComponents.CurrentLayout, "the order of inputs is another one");
        Require(components.Window.StepDays is >= 1 and <= 30, "the step is not 1 to 30 days");
        Require(components.Window.Length is >= 2 and <= 365, "the window is not 2 to 365 steps");
        Require(Names(components.Numbers, StaticNumbers.All.Select(number => number.Name)), "the numbers are others");
        Require(
            Names(components.Channels, ReadingQuantities.All.Select(range => range.Name)),
            "the channels are others"
        );
        Require(components.Numbers.Concat(components.Channels).All(IsSound), "a scale is not a number above zero");
        Require(CategoriesAreSound(components), "the categories are others");
        Require(components.PlainMeans.Count == StaticLayout.Plain, "a mean is missing");
        Require(components.TrainingStatics.Count <= MostTrainingStopes, "there are too many training stopes");
        int width = StaticLayout.Names(components).Count;
        Require(components.TrainingStatics.All(row => row.Count == width), "a training stope has another width");
        Require(SelectionIsSound(components), "a selected feature is not one of its features");
        Require(double.IsFinite(components.DistanceLimit), "the distance limit is not a number");
    }

    private static bool Names(IReadOnlyList<NumberScale> scales, IEnumerable<string> names) =>
        scales.Select(scale => scale.Name).SequenceEqual(names);

    private static bool IsSound(NumberScale scale) =>
        double.IsFinite(scale.Knee)
        && scale.Knee > 0
        && double.IsFinite(scale.Mean)
        && double.IsFinite(scale.Scale)
        && scale.Scale > 0
        && double.IsFinite(scale.Median);

    private static bool CategoriesAreSound(FeatureComponents components) =>
        components.Categories.Count == StaticCategories.All.Count
        && components
            .Categories.Zip(StaticCategories.All)
            .All(pair =>
                pair.First.Name == pair.Second.Name
                && pair.First.Categories.SequenceEqual(pair.Second.Categories)
                && pair.First.Frequencies.Count == pair.First.Slots
            );

    private static bool SelectionIsSound(FeatureComponents components)
    {
        HashSet<string> known =
        [
            .. StaticLayout.Names(components).Select(FeatureMask.FeatureOf),
            .. components.Channels.Select(channel => channel.Name),
        ];
        return components.Selected is not { } selected
            || (selected.Count > 0 && selected.Distinct().Count() == selected.Count && selected.All(known.Contains));
    }

    private static void Require(bool sound, string reason)
    {
        if (!sound)
        {
            throw new SentinelException(
                FailureKind.Damaged,
                "artifact_damaged",
                $"The components of the model cannot be used: {reason}."
            );
        }
    }
}
