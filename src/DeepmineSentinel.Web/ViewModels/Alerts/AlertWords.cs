using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>Alerts as people read them.</summary>
public static class AlertWords
{
    public static IReadOnlyList<AlertState> States { get; } = Enum.GetValues<AlertState>();

    public static IReadOnlyList<AlertCauseKind> Causes { get; } = Enum.GetValues<AlertCauseKind>();

    /// <summary>For example "Readings: deformation rate".</summary>
    public static string Of(AlertCause cause)
    {
        string kind = Words.Of(cause.Kind);
        string channel = Texts.Of(
            ReadingQuantities.All.FirstOrDefault(known => known.Name == cause.Channel)?.Label ?? cause.Channel
        );
        return channel.Length == 0 ? kind : $"{kind}: {char.ToLowerInvariant(channel[0])}{channel[1..]}";
    }

    /// <summary>Colour word of a state.</summary>
    public static string Tone(AlertState state) =>
        state switch
        {
            AlertState.Active => "bad",
            AlertState.Acknowledged => "warn",
            AlertState.Resolved => "good",
            _ => "",
        };

    public static string Tone(DeliveryState state) =>
        state switch
        {
            DeliveryState.Sent => "good",
            DeliveryState.GivenUp => "bad",
            _ => "warn",
        };

    /// <summary>A time of the plan in one unit: "15 min", "8 h", "7 days".</summary>
    public static string Length(TimeSpan time) =>
        time switch
        {
            { TotalDays: >= 2 } when time.TotalDays % 1 == 0 => Of(time.TotalDays, Texts.Of("days")),
            { TotalHours: >= 1 } when time.TotalMinutes % 60 == 0 => Of(time.TotalHours, "h"),
            { TotalMinutes: >= 1 } => Of(time.TotalMinutes, "min"),
            _ => Of(time.TotalSeconds, "s"),
        };

    /// <summary>What happened, as a line of the history.</summary>
    public static string Of(AlertChange change) =>
        change.Kind switch
        {
            AlertChangeKind.Raised => Texts.Of("Raised at {0}", Lower(change.Level)),
            AlertChangeKind.Confirmed => Texts.Of("Confirmed: people are called"),
            AlertChangeKind.LevelRaised => Texts.Of(
                "Rose from {0} to {1}",
                Lower(change.LevelBefore),
                Lower(change.Level)
            ),
            AlertChangeKind.LevelLowered => Texts.Of(
                "Fell from {0} to {1}",
                Lower(change.LevelBefore),
                Lower(change.Level)
            ),
            AlertChangeKind.Escalated => Texts.Of("Escalated: nobody answered in time"),
            AlertChangeKind.SilenceEnded => Texts.Of("The silence ended"),
            _ => Words.Of(change.Kind),
        };

    private static string Of(double count, string unit) => string.Create(Language.Shown.Format, $"{count:0.#} {unit}");

    private static string Lower(AlertLevel? level) => level is { } known ? Words.Of(known).ToLowerInvariant() : "";
}
