using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>A checkpoint as one safetensors file: arrays by a prefix, counters as JSON in its metadata.</summary>
public static class CheckpointFile
{
    private const string Weights = "weights.";
    private const string Best = "best.";
    private const string First = "adam.first.";
    private const string Second = "adam.second.";

    /// <summary>Writes a checkpoint.</summary>
    public static void Write(Stream stream, Checkpoint checkpoint)
    {
        WeightArray[] arrays =
        [
            .. Prefixed(Weights, checkpoint.Weights),
            .. Prefixed(Best, checkpoint.Best),
            .. Prefixed(First, checkpoint.Moments.First),
            .. Prefixed(Second, checkpoint.Moments.Second),
        ];
        SafeTensors.Write(
            stream,
            arrays,
            new Dictionary<string, string>
            {
                ["member"] = checkpoint.Member.ToString(CultureInfo.InvariantCulture),
                ["engines"] = Json(EnginesOf(checkpoint)),
                ["seconds"] = Json(checkpoint.Seconds),
                ["counters"] = Json(checkpoint.Counters),
                ["position"] = Json(checkpoint.Position),
                ["steps"] = Json(checkpoint.Moments.Steps),
            }
        );
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="Core.Errors.SentinelException">The file is damaged.</exception>
    public static Checkpoint Read(Stream stream)
    {
        SafeTensorsContent content = SafeTensorsReader.Read(stream);
        return new Checkpoint
        {
            Member = FromJson<int>(content, "member"),
            Counters = FromJson<EpochCounters>(content, "counters"),
            Position = FromJson<TrainingPosition>(content, "position"),
            Weights = Of(Weights, content),
            Best = Of(Best, content),
            Seconds = FromJson<double>(content, "seconds"),
            Engines = FromJson<List<string>>(content, "engines"),
            Moments = new AdamMoments(FromJson<List<long>>(content, "steps"), Of(First, content), Of(Second, content)),
        };
    }

    private static string[] EnginesOf(Checkpoint checkpoint)
    {
        string present = EngineIdentity.Current.ToString();
        return [.. checkpoint.Engines.Where(engine => engine != present), present];
    }

    private static string Json<TPart>(TPart part) => JsonSerializer.Serialize(part, ArtifactJson.CompactOptions);

    private static TPart FromJson<TPart>(SafeTensorsContent content, string key)
    {
        try
        {
            return
                content.Metadata.TryGetValue(key, out string? text)
                && JsonSerializer.Deserialize<TPart>(text, ArtifactJson.CompactOptions) is { } part
                ? part
                : throw ArtifactJson.Damaged("the checkpoint", $"has no {key}");
        }
        catch (JsonException problem)
        {
            throw ArtifactJson.Damaged("the checkpoint", $"has unusable {key}", problem);
        }
    }

    private static IEnumerable<WeightArray> Prefixed(string prefix, IReadOnlyList<WeightArray> arrays) =>
        arrays.Select(array => array with { Name = prefix + array.Name });

    private static IReadOnlyList<WeightArray> Of(string prefix, SafeTensorsContent content) =>
        [
            .. content
                .Arrays.Where(array => array.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(array => array with { Name = array.Name[prefix.Length..] }),
        ];
}
