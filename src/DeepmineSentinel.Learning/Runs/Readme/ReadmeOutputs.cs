using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;

namespace DeepmineSentinel.Learning.Runs.Readme;

/// <summary>The part of the page that says what comes out of the network.</summary>
internal static class ReadmeOutputs
{
    public static void Write(MarkdownText text, ModelComponents components)
    {
        string classes = string.Join(", ", components.Classes.Select(name => CategoryName.Of(name)));
        text.Heading("Outputs");
        text.Paragraph(
            $"`condition_head`: logits [B, {components.Classes.Count}] of {classes}"
                + $"{(components.ConditionTrained ? "" : " (NOT TRAINED: they mean nothing)")}. "
                + $"`hazard_head`: logits [B, {Horizons.Days.Count}] of failing in each of the intervals that end after "
                + $"{string.Join(", ", Horizons.Days)} days, given that the stope stood until then"
                + $"{(components.HazardTrained ? "" : " (NOT TRAINED: they mean nothing)")}."
        );
        text.Paragraph(
            $"`{ArtifactFileNames.Components}` holds the calibration: `p = softmax(centre + (logit - offset - centre) / temperature)` for the "
                + "condition, `h = sigmoid(centre + (logit - centre) / temperature)` for each interval, and the chance of failing within a horizon is "
                + "1 minus the product of `1 - h` up to it. `probe` in "
                + $"`{ArtifactFileNames.Metadata}` holds encoded inputs and the logits that they got; "
                + "another program that reproduces them within 0.00001 computes the same network."
        );
    }
}
