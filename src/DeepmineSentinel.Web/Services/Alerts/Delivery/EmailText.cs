using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>Messages as plain text: one, or many that fell together as one mail with the worst in its subject.</summary>
public static class EmailText
{
    private const int LongestSubject = 180;

    /// <summary>One line, without anything that could begin another header.</summary>
    public static string Subject(IReadOnlyList<AlertNotice> notices) => Language.InEnglish(() => SubjectOf(notices));

    public static string Body(IReadOnlyList<AlertNotice> notices) => Language.InEnglish(() => BodyOf(notices));

    private static string SubjectOf(IReadOnlyList<AlertNotice> notices)
    {
        AlertNotice worst = notices.MaxBy(notice => notice.Level)!;
        string what = worst.Level is { } level
            ? $"{Words.Of(level)}: {worst.Stope}, {worst.Mine} ({Happened(worst)})"
            : "Test of e-mail";
        string more =
            notices.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {notices.Count - 1} more") : "";
        string mark = notices.Any(notice => notice.Synthetic) ? " [synthetic data]" : "";
        string line = string.Concat(
            $"DeepmineSentinel{mark} {what}".Select(letter => char.IsControl(letter) ? ' ' : letter)
        );
        return (line.Length <= LongestSubject ? line : line[..LongestSubject]) + more;
    }

    private static string BodyOf(IReadOnlyList<AlertNotice> notices)
    {
        StringBuilder text = new();
        foreach (AlertNotice notice in notices.OrderByDescending(notice => notice.Level))
        {
            Write(text, notice);
        }

        return text.Append("Predictions are aids, not a substitute for inspection.\n").ToString();
    }

    private static void Write(StringBuilder text, AlertNotice notice)
    {
        if (notice.Level is not { } level)
        {
            text.Append(notice.Text).Append("\n\n");
            return;
        }

        Line(text, "", $"{Words.Of(level).ToUpperInvariant()}: stope {notice.Stope}, mine {notice.Mine}");
        if (notice.Synthetic)
        {
            Line(text, "", "Synthetic: generated demo data, no mine is behind them.");
        }

        Line(text, "What happened: ", $"{Happened(notice)} at {Clock.Local(notice.At, "UTC")} UTC by {notice.By}");
        Line(text, "Said: ", notice.Text == notice.Reason ? null : notice.Text);
        Line(text, "Cause: ", notice.Reason);
        foreach (string action in notice.Level > AlertLevel.Normal ? notice.Actions : [])
        {
            Line(text, "- ", action);
        }

        Line(text, "Roles: ", notice.Roles);
        Line(text, "Re-entry: ", notice.ReEntry);
        Line(text, "", notice.Link?.ToString());
        text.Append('\n');
    }

    private static string Happened(AlertNotice notice) =>
        notice.Event.Replace("alert.", "", StringComparison.Ordinal).Replace('_', ' ');

    private static void Line(StringBuilder text, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append(label).Append(value).Append('\n');
        }
    }
}
