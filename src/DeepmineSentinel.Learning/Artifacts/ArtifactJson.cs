using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>How the JSON files of an artifact are written and read: camelCase, enums in snake_case, floats that round-trip.</summary>
public static class ArtifactJson
{
    /// <summary>Longest JSON file of an artifact that is read, bytes.</summary>
    public const int LongestFile = 32 << 20;

    /// <summary>For components, metadata and features.</summary>
    public static JsonSerializerOptions Options { get; } =
        Create(JsonNamingPolicy.CamelCase, JsonIgnoreCondition.WhenWritingNull);

    /// <summary>For the result of a run, whose keys are promised in snake_case.</summary>
    public static JsonSerializerOptions ResultOptions { get; } =
        Create(JsonNamingPolicy.SnakeCaseLower, JsonIgnoreCondition.Never);

    /// <summary>For parts inside other files: one line, infinities by name.</summary>
    public static JsonSerializerOptions CompactOptions { get; } =
        new(Options) { WriteIndented = false, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Writes a document.</summary>
    public static void Write<TDocument>(Stream stream, TDocument document, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(stream, document, options);

    /// <summary>Reads a document.</summary>
    /// <param name="stream">Read to its end; left open.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="SentinelException">The file is too long, is not JSON or lacks a part.</exception>
    public static TDocument Read<TDocument>(Stream stream, string name)
    {
        try
        {
            if (stream.CanSeek && stream.Length > LongestFile)
            {
                throw Damaged(name, $"is longer than {LongestFile} bytes");
            }

            return JsonSerializer.Deserialize<TDocument>(stream, Options) ?? throw Damaged(name, "is empty");
        }
        catch (JsonException problem)
        {
            throw Damaged(name, "is not what this version writes", problem);
        }
    }

    internal static SentinelException Damaged(string name, string defect, Exception? inner = null) =>
        new(FailureKind.Damaged, "artifact_damaged", $"The artifact is damaged: {name} {defect}.", inner);

    private static JsonSerializerOptions Create(JsonNamingPolicy naming, JsonIgnoreCondition ignore) =>
        new()
        {
            WriteIndented = true,
            PropertyNamingPolicy = naming,
            DefaultIgnoreCondition = ignore,
            // Not for HTML: file content only.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        };
}
