using System.Globalization;
using System.Text.Json.Serialization;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Api;

/// <summary>An alert as scripts read it.</summary>
internal sealed record AlertDocument
{
    public required int Id { get; init; }
    public required int StopeId { get; init; }
    public required string Stope { get; init; }
    public required string Mine { get; init; }

    /// <summary>Whether the data are generated.</summary>
    public required bool Synthetic { get; init; }
    public required AlertCauseKind Cause { get; init; }

    /// <summary>Null: the cause is of no channel.</summary>
    public string? Channel { get; init; }
    public required AlertLevel Level { get; init; }
    public required AlertLevel PeakLevel { get; init; }
    public required AlertState State { get; init; }

    /// <summary>Level that the cause gives now, before the time that lowering takes; unknown: nothing is known.</summary>
    public required AlertLevel Condition { get; init; }
    public required string Reason { get; init; }
    public DateTime? AsOf { get; init; }
    public required DateTime RaisedAt { get; init; }
    public required DateTime LevelSince { get; init; }
    public DateTime? EscalatedAt { get; init; }
    public DateTime? AcknowledgedAt { get; init; }
    public string? AcknowledgedBy { get; init; }
    public string? Comment { get; init; }
    public DateTime? SilencedUntil { get; init; }
    public DateTime? ResolvedAt { get; init; }
    public string? ResolvedBy { get; init; }
    public string? Resolution { get; init; }

    /// <summary>To be sent back with an answer, so that nobody answers what they have not seen.</summary>
    public required int Revision { get; init; }

    /// <summary>What the plan asks for at this level.</summary>
    public required AlertResponseDocument Response { get; init; }

    /// <summary>The audit trail, oldest first; left out in a list.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AlertChangeDocument>? History { get; init; }

    /// <summary>Addresses of what there is to ask or do.</summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }

    public static AlertDocument Of(AlertRow row, ResponsePlan plan, IReadOnlyList<AlertChange>? history = null)
    {
        Alert alert = row.Alert;
        return new AlertDocument
        {
            Id = alert.Id,
            StopeId = alert.StopeId,
            Stope = row.Stope,
            Mine = row.Mine,
            Synthetic = row.IsSynthetic,
            Cause = alert.CauseKind,
            Channel = alert.Channel.Length > 0 ? alert.Channel : null,
            Level = alert.Level,
            PeakLevel = alert.PeakLevel,
            State = alert.State,
            Condition = alert.Condition,
            Reason = alert.Reason,
            AsOf = alert.AsOf,
            RaisedAt = alert.RaisedAt,
            LevelSince = alert.LevelSince,
            EscalatedAt = alert.EscalatedAt,
            AcknowledgedAt = alert.AcknowledgedAt,
            AcknowledgedBy = alert.AcknowledgedBy,
            Comment = alert.Comment,
            SilencedUntil = alert.SilencedUntil,
            ResolvedAt = alert.ResolvedAt,
            ResolvedBy = alert.ResolvedBy,
            Resolution = alert.Resolution,
            Revision = alert.Revision,
            Response = AlertResponseDocument.Of(plan.Of(alert.Level)),
            History = history?.Select(AlertChangeDocument.Of).ToList(),
            Links = LinksOf(alert),
        };
    }

    private static Dictionary<string, string> LinksOf(Alert alert)
    {
        string self = string.Create(CultureInfo.InvariantCulture, $"{ApiRoutes.Root}/alerts/{alert.Id}");
        Dictionary<string, string> links = new() { ["self"] = self };
        if (alert.IsOpen)
        {
            links["acknowledge"] = $"{self}/acknowledge";
            links["silence"] = $"{self}/silence";
        }

        if (alert.IsOpen && alert.Condition <= AlertLevel.Normal)
        {
            links["resolve"] = $"{self}/resolve";
        }

        return links;
    }
}
