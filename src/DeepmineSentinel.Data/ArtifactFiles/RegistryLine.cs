using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>A move of a production pointer as one line of <c>registry.jsonl</c>.</summary>
internal static class RegistryLine
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static string Write(PointerMove move) =>
        JsonSerializer.Serialize(
            new Line
            {
                Sequence = move.Sequence,
                At = move.At,
                Kind = move.Kind,
                Purpose = move.Purpose,
                Production = move.RunId,
                Previous = move.PreviousRunId,
                By = move.By,
                GatePassed = move.GatePassed,
                GateReasons = move.GateReasons,
                Reason = move.Reason,
            },
            Format
        );

    /// <summary>Reads a line; null: it is none, as a torn one or one written by hand.</summary>
    public static PointerMove? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, Format) is { Sequence: > 0 } line && Names(line)
                ? Move(line)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Ids are checked here already: they lead to folders.
    private static bool Names(Line line) =>
        RunId.TryParse(line.Production, out _) && (line.Previous is null || RunId.TryParse(line.Previous, out _));

    private static PointerMove Move(Line line) =>
        new()
        {
            Sequence = line.Sequence,
            Purpose = line.Purpose,
            Kind = line.Kind,
            RunId = line.Production,
            PreviousRunId = line.Previous,
            At = line.At.ToUniversalTime(),
            By = line.By,
            GatePassed = line.GatePassed,
            GateReasons = line.GateReasons,
            Reason = line.Reason,
        };

    private sealed record Line
    {
        public required long Sequence { get; init; }
        public required DateTime At { get; init; }
        public required PointerMoveKind Kind { get; init; }
        public required ModelPurpose Purpose { get; init; }
        public required string Production { get; init; }
        public string? Previous { get; init; }
        public required string By { get; init; }
        public bool? GatePassed { get; init; }
        public string? GateReasons { get; init; }
        public string? Reason { get; init; }
    }
}
