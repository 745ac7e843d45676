using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Artifacts.Cases;
using DeepmineSentinel.Learning.Features.Cases;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Runs.Readme;

/// <summary>Says what an exported model of case histories holds and how it is computed elsewhere, from its own files.</summary>
internal static class CaseReadme
{
    public static void Write(Stream stream, Func<string, Stream> open)
    {
        CaseMetadata metadata = Read<CaseMetadata>(open, ArtifactFileNames.Metadata);
        CaseComponents components = Read<CaseComponents>(open, ArtifactFileNames.Components);
        using Stream weights = open(ArtifactFileNames.Model);
        IReadOnlyList<WeightArray> arrays = SafeTensorsReader.Read(weights).Arrays;
        MarkdownText text = new();
        Summary(text, metadata, components);
        text.Heading("What it tells of the cases");
        text.Paragraph(
            "It holds hydraulic radius, Q', A, B and C of every case it learnt from, scaled, to tell whether a surface lies "
                + "outside them, and says of each held-out case what became of it and what was answered. Give it only to people who may know that."
        );
        RunReadme.LoadingFile(text);
        text.Table(
            ["array", "shape"],
            arrays
                .Where(array => array.Name.StartsWith("member0.", StringComparison.Ordinal))
                .Select(array => new[] { $"`{array.Name}`", $"[{string.Join(", ", array.Shape)}]" })
        );
        Computing(text);
        Inputs(text, components.Spread);
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static TDocument Read<TDocument>(Func<string, Stream> open, string name)
    {
        using Stream stream = open(name);
        return ArtifactJson.Read<TDocument>(stream, name);
    }

    private static void Summary(MarkdownText text, CaseMetadata metadata, CaseComponents components)
    {
        text.Line($"# Run {metadata.RunId}").Line("");
        text.Table(
            ["what", "value"],
            [
                ["purpose", "case history"],
                ["networks", $"{metadata.Members.Count} monotone, beside one ordinal logit"],
                ["parameters", metadata.Parameters.ToString(CultureInfo.InvariantCulture)],
                [
                    "sources",
                    string.Join(", ", metadata.Sources.Select(one => $"{MarkdownText.Plain(one.Key)} ({one.Value})")),
                ],
                ["data", $"SHA-256 `{metadata.DataHash}`"],
                ["chosen", MarkdownText.Plain(metadata.Chosen)],
                ["trained", $"{metadata.TrainedAt:yyyy-MM-dd HH:mm:ss} UTC"],
                ["engine", MarkdownText.Plain(metadata.Engine.ToString())],
                [
                    "held out",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"log-loss {components.Reliability.LogLoss:0.000} on {components.Reliability.Cases} cases ({components.Reliability.HeldOut}); {components.Reliability.FailuresCalledStable} of {components.Reliability.Failures} failures called stable"
                    ),
                ],
                ["notes", MarkdownText.Plain(metadata.Notes ?? "none")],
            ]
        );
        text.Paragraph(
            "DeepmineSentinel takes it back by `models import FILE.zip`, or answers by it in place: "
                + "`predict-stability --all --detailed --model PATH`."
        );
        text.Paragraph(
            "Statements are an aid to judgement, not a substitute for inspection. "
                + string.Join(" ", metadata.Warnings.Select(MarkdownText.Plain))
        );
    }

    private static void Computing(MarkdownText text)
    {
        text.Paragraph(
            "Inputs x: ln HR, -ln Q', -ln A, -ln B, -ln C, each minus its mean and divided by its spread (`networks` and `logit` in "
                + $"`{ArtifactFileNames.Components}` have their own). Of each network, with h = tanh(x exp(positive_first) + first_bias):"
        );
        text.Code("", "z = h exp(last) + x exp(positive_direct) + last_bias");
        text.Paragraph(
            "z has two log-odds, of not stable, and of failure where not stable. Each is drawn to its centre c by the temperature T, "
                + "c + (z - c)/T; with p and q their logistic functions P(stable) = 1 - p, P(unstable) = p(1 - q), P(failure) = pq. "
                + "The networks' probabilities are averaged, and that with the logit's, whose P(state at most k) is the logistic function of threshold k minus x b."
        );
    }

    private static void Inputs(MarkdownText text, CaseSpread spread)
    {
        text.Heading("Inputs");
        text.Table(
            ["input", "unit", "smallest case", "largest case"],
            spread.Spans.Select(span =>
                new[]
                {
                    span.Name,
                    span.Unit.Length > 0 ? span.Unit : "none",
                    MarkdownText.Number(span.Lowest),
                    MarkdownText.Number(span.Highest),
                }
            )
        );
    }
}
