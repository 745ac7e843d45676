using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Runs.Readme;

/// <summary>Says to people and other programs what an exported run holds and how its weights are loaded, from its own files.</summary>
public static class RunReadme
{
    /// <summary>Writes the page as Markdown.</summary>
    /// <param name="stream">Written to; left open.</param>
    /// <param name="open">Opens a file of the run by its name.</param>
    /// <param name="withData">Whether the mine's data go along.</param>
    /// <exception cref="SentinelException"><c>artifact_damaged</c>: a file of the run cannot be read.</exception>
    public static void Write(Stream stream, Func<string, Stream> open, bool withData)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(open);
        if (RunHeader.Read(open).Purpose == ModelPurpose.CaseHistory)
        {
            CaseReadme.Write(stream, open);
            return;
        }

        ModelMetadata metadata = Read<ModelMetadata>(open, ArtifactFileNames.Metadata);
        ModelComponents components = Read<ModelComponents>(open, ArtifactFileNames.Components);
        using Stream weights = open(ArtifactFileNames.Model);
        IReadOnlyList<WeightArray> arrays = SafeTensorsReader.Read(weights).Arrays;
        MarkdownText text = new();
        Summary(text, metadata);
        WhatItTells(text, metadata, withData);
        Loading(text, metadata, arrays);
        ReadmeInputs.Write(text, metadata, components);
        ReadmeOutputs.Write(text, components);
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static TDocument Read<TDocument>(Func<string, Stream> open, string name)
    {
        using Stream stream = open(name);
        return ArtifactJson.Read<TDocument>(stream, name);
    }

    private static void Summary(MarkdownText text, ModelMetadata metadata)
    {
        text.Line($"# Run {metadata.RunId}").Line("");
        text.Table(
            ["what", "value"],
            [
                ["purpose", Words($"{metadata.Purpose}")],
                ["network", $"{Words($"{metadata.Network.Preset}")}, {metadata.Members.Count} member(s)"],
                ["parameters", metadata.Parameters.ToString(CultureInfo.InvariantCulture)],
                ["mines", string.Join(", ", RunFacts.Mines(metadata).Select(MarkdownText.Plain))],
                ["data", $"{(metadata.TrainedOnSynthetic ? "synthetic, " : "")}SHA-256 `{metadata.DataHash}`"],
                ["labels", MarkdownText.Plain(metadata.LabelScheme)],
                ["trained", $"{metadata.TrainedAt:yyyy-MM-dd HH:mm:ss} UTC"],
                [
                    "training time",
                    $"{RunFacts.TrainingTime(metadata).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s",
                ],
                ["engine", MarkdownText.Plain(metadata.Engine.ToString())],
                ["notes", MarkdownText.Plain(metadata.Notes ?? "none")],
            ]
        );
        text.Paragraph(
            "DeepmineSentinel takes it back by `models import FILE.zip`, or answers by it in place: "
                + "`predict-stability --all --model PATH`. `manifest.json` holds size and SHA-256 of every file of the run; "
                + "this page, and the report where the run was trained without one, are not in it."
        );
        text.Paragraph(
            "Predictions are an aid to judgement, not a substitute for inspection. "
                + string.Join(" ", metadata.Warnings.Select(MarkdownText.Plain))
        );
    }

    private static void WhatItTells(MarkdownText text, ModelMetadata metadata, bool withData)
    {
        text.Heading("What it tells of the mine");
        text.Paragraph(
            withData
                ? "The data that the run learnt from are in `data/`: stopes, readings, events and outcomes."
                : "The data that the run learnt from are not in here."
        );
        text.Paragraph(
            $"The model itself names the mine, and its {RunFacts.StopeCount(metadata)} stopes by keys alone, so that others can be compared "
                + "on the same ones: who knows the names of the stopes can find theirs, nobody else can read them. "
                + "It says where it keeps its held-out answers what became of stopes without a name, and holds the encoded properties of the training stopes, which answers need to tell "
                + "whether a stope lies outside what was learnt: whoever has the file can calculate rock mass and geometry of stopes without a name. "
                + "The probe holds up to four encoded windows of readings. Give it only to people who may know that."
        );
    }

    /// <summary>How the file of weights is read by other programs.</summary>
    internal static void LoadingFile(MarkdownText text)
    {
        text.Heading("Load the weights elsewhere");
        text.Paragraph(
            $"`{ArtifactFileNames.Model}` is a plain safetensors file: 8 bytes with the length of the header (little-endian), "
                + "the header as JSON, then float32 numbers, row-major and little-endian. Nothing in it can run."
        );
        text.Code(
            "python",
            $"""
            from safetensors.torch import load_file
            weights = load_file("{ArtifactFileNames.Model}")
            """
        );
        text.Paragraph("Or without that package:");
        text.Code(
            "python",
            $$"""
            import json, struct
            import numpy

            with open("{{ArtifactFileNames.Model}}", "rb") as file:
                (length,) = struct.unpack("<Q", file.read(8))
                header = json.loads(file.read(length))
                numbers = file.read()
            weights = {
                name: numpy.frombuffer(numbers[slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
                for name, entry in header.items()
                if name != "__metadata__"
            }
            """
        );
    }

    private static void Loading(MarkdownText text, ModelMetadata metadata, IReadOnlyList<WeightArray> arrays)
    {
        LoadingFile(text);
        text.Paragraph(
            "Names, gate orders and layouts are PyTorch's (`nn.Linear`, `nn.LSTM`, `nn.MultiheadAttention`, `nn.BatchNorm1d`, "
                + "`nn.LayerNorm`); counters of batch norms (`num_batches_tracked`) are left out."
                + (
                    metadata.Members.Count > 1
                        ? $" The {metadata.Members.Count} members have the same arrays under `member0.` to `member{metadata.Members.Count - 1}.`: "
                            + "the first is shown. They answer by the mean of their probabilities."
                        : ""
                )
        );
        text.Table(
            ["array", "shape"],
            arrays
                .Where(array => array.Name.StartsWith("member0.", StringComparison.Ordinal))
                .Select(array => new[] { $"`{array.Name}`", $"[{string.Join(", ", array.Shape)}]" })
        );
    }

    private static string Words(string name) => name.ToLowerInvariant();
}
