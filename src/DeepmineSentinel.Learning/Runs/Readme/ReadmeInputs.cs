using System.Globalization;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Runs.Readme;

/// <summary>The part of the page that says what goes into the network. B stopes, S static inputs, T steps, D numbers a step.</summary>
internal static class ReadmeInputs
{
    public static void Write(MarkdownText text, ModelMetadata metadata, ModelComponents components)
    {
        FeatureEncoder encoder = FeatureEncoder.FromComponents(components.Features);
        text.Heading("Inputs");
        text.Paragraph(
            $"All of it stands in `{ArtifactFileNames.Components}` under `features`. A number is encoded as "
                + "`clip((f(x) - mean) / scale, -8, 8)` with `f(x) = x`, or `sign(x) ln(1 + |x|)` where it says `signed log`."
        );
        text.Paragraph($"Static inputs, float32 [B, {metadata.Network.StaticCount}], in this order:");
        text.Table(["input", "name", "meaning"], Statics(encoder, components.Features));
        WindowOptions window = components.Features.Window;
        text.Paragraph(
            $"Readings, float32 [B, {metadata.Network.Steps}, {metadata.Network.StepWidth}]: steps of {window.StepDays} day(s) "
                + $"from midnight UTC, the oldest first, the last one holding the moment of the prediction. Each step has the {encoder.ChannelCount} channels below "
                + "(0 where there is no reading) and then, in the same order, a mask of each: 1 with a reading, else 0. A step without any reading "
                + "is padding, which attention ignores. A channel of a step is the mean of its readings, of vibration the largest."
        );
        text.Table(
            ["channel", "name", "unit", "encoding"],
            components.Features.Channels.Select(
                (channel, i) =>
                    new[] { Text(i), $"`{channel.Name}`", MarkdownText.Plain(channel.Unit), Encoding(channel) }
            )
        );
    }

    private static IEnumerable<string[]> Statics(FeatureEncoder encoder, FeatureComponents features) =>
        encoder.FeatureNames.Select(
            (name, i) =>
                new[]
                {
                    Text(i),
                    $"`{name}`",
                    i < features.Numbers.Count ? Number(features.Numbers[i])
                    : name.EndsWith(":missing", StringComparison.Ordinal)
                        ? "1 where the number is not known, which then is 0"
                    : name.StartsWith("direction:", StringComparison.Ordinal)
                        ? "of the compass direction, north 0, clockwise"
                    : "1 where it is so, else 0",
                }
        );

    private static string Number(NumberScale scale) =>
        $"{(scale.Unit.Length > 0 ? $"{MarkdownText.Plain(scale.Unit)}, " : "")}{Encoding(scale)}";

    private static string Encoding(NumberScale scale) =>
        scale.Count == 0
            ? "never seen in training: always missing"
            : $"{(scale.Transform == NumberTransform.SignedLog ? "signed log, " : "")}mean {MarkdownText.Number(scale.Mean)}, scale {MarkdownText.Number(scale.Scale)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
