using System.Text.Json;
using System.Text.Json.Serialization;

namespace DeepmineSentinel.Learning.Search;

/// <summary>A trial as one line of JSON.</summary>
public static class TrialLine
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Writes a trial.</summary>
    public static string Write(TrialRecord trial) => JsonSerializer.Serialize(trial, Format);

    /// <summary>Reads a trial; null: the line is not one.</summary>
    public static TrialRecord? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<TrialRecord>(line, Format) is { } trial && IsSound(trial) ? trial : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(TrialRecord trial) =>
        trial.Key.Length == 64
        && (trial.State == TrialState.Trained) == trial.ValidationLoss is not null
        && trial.ValidationLoss is null or (> double.NegativeInfinity and < double.PositiveInfinity);
}
