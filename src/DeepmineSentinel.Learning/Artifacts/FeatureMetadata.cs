using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>Every input feature of the network with its unit and training range.</summary>
/// <param name="Static">Numbers and categories of a stope.</param>
/// <param name="Channels">Channels of readings.</param>
public sealed record FeatureMetadata(
    IReadOnlyList<FeatureDescription> Static,
    IReadOnlyList<FeatureDescription> Channels
)
{
    /// <summary>Describes fitted components.</summary>
    public static FeatureMetadata Of(FeatureComponents components)
    {
        FeatureDescription[] statics =
        [
            .. components.Numbers.Select(FeatureDescription.Of),
            new FeatureDescription { Name = "direction", Kind = "direction" },
            new FeatureDescription { Name = "support_installed", Kind = "flag" },
            .. components.Categories.Select(FeatureDescription.Of),
        ];
        return new(Marked(statics, components), Marked(components.Channels.Select(FeatureDescription.Of), components));
    }

    private static FeatureDescription[] Marked(
        IEnumerable<FeatureDescription> features,
        FeatureComponents components
    ) =>
        [
            .. features.Select(feature =>
                feature with
                {
                    Selected = components.Selected?.Contains(feature.Name) ?? true,
                }
            ),
        ];
}
