using System.Text.Json;
using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>A response plan as it is stored.</summary>
internal sealed record StoredPlan
{
    public required IReadOnlyDictionary<AlertLevel, ResponseLevel> Levels { get; init; }

    public required TimeSpan ConfirmNoDataAfter { get; init; }

    public required TimeSpan LongestSilence { get; init; }

    public static string Write(ResponsePlan plan) =>
        JsonSerializer.Serialize(
            new StoredPlan
            {
                Levels = ResponsePlan.Levels.ToDictionary(level => level, plan.Of),
                ConfirmNoDataAfter = plan.ConfirmNoDataAfter,
                LongestSilence = plan.LongestSilence,
            },
            WebJson.Options
        );

    /// <summary>Reads a plan; null where the text is none that can be used.</summary>
    public static ResponsePlan? Read(string document)
    {
        try
        {
            StoredPlan? stored = JsonSerializer.Deserialize<StoredPlan>(document, WebJson.Options);
            return stored is not null && ResponsePlan.Levels.All(stored.Levels.ContainsKey)
                ? new ResponsePlan
                {
                    Responses = stored.Levels,
                    ConfirmNoDataAfter = stored.ConfirmNoDataAfter,
                    LongestSilence = stored.LongestSilence,
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
