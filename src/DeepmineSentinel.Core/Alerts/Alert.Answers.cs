using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Alerts;

/// <content>What people do. The same answer given twice by the same person changes nothing the second time.</content>
public sealed partial class Alert
{
    /// <summary>Longest comment or reason of a person.</summary>
    public const int CommentLength = 1_000;

    /// <summary>Somebody takes it in hand: nobody is called any more, until the level rises.</summary>
    /// <exception cref="SentinelException">It is over, or the comment is too long.</exception>
    public void Acknowledge(string by, string? comment, DateTime now)
    {
        comment = Checked(comment);
        if (State == AlertState.Acknowledged && AcknowledgedBy == by && Comment == comment)
        {
            return;
        }

        RefuseIfOver("acknowledged");
        AlertState before = State;
        State = AlertState.Acknowledged;
        AcknowledgedAt = now;
        AcknowledgedBy = by;
        Comment = comment;
        SilencedUntil = CalledAt = null;
        Keep(AlertChangeKind.Acknowledged, by, now, comment, before, Level);
    }

    /// <summary>Nobody is called until a moment, or until the level rises.</summary>
    /// <exception cref="SentinelException">It is over, the moment is past or too far, or the comment is too long.</exception>
    public void Silence(string by, DateTime until, string? comment, (ResponsePlan Plan, DateTime Now) at)
    {
        comment = Checked(comment);
        if (until <= at.Now)
        {
            throw Rejected("silence_in_past", "The end of the silence must lie in the future.");
        }

        if (until - at.Now > at.Plan.LongestSilence)
        {
            throw Rejected(
                "silence_too_long",
                FormattableString.Invariant(
                    $"An alert can be silenced for at most {at.Plan.LongestSilence.TotalHours:0.#} hours."
                )
            );
        }

        if (State == AlertState.Silenced && SilencedUntil == until)
        {
            return;
        }

        RefuseIfOver("silenced");
        AlertState before = State;
        State = AlertState.Silenced;
        SilencedUntil = until;
        CalledAt = null;
        Keep(AlertChangeKind.Silenced, by, at.Now, comment, before, Level);
    }

    /// <summary>A person ends it, with a reason.</summary>
    /// <exception cref="SentinelException">It is over, its condition still holds, or the reason is missing or too long.</exception>
    public void Resolve(string by, string? reason, DateTime now)
    {
        if (Checked(reason) is not { } given)
        {
            throw Rejected("reason_missing", "Say why the alert is over.");
        }

        if (ResolvedBy == by && Resolution == given)
        {
            return;
        }

        RefuseIfOver("resolved again");
        if (Condition > AlertLevel.Normal)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "alert_condition_holds",
                "What raised the alert still holds, so it cannot be resolved; acknowledge or silence it."
            );
        }

        End(by, given, now);
    }

    private static string? Checked(string? text)
    {
        string? trimmed = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return trimmed?.Length > CommentLength
            ? throw Rejected("comment_too_long", $"A comment has at most {CommentLength} characters.")
            : trimmed;
    }

    private static SentinelException Rejected(string code, string message) =>
        new(FailureKind.InvalidInput, code, message);

    private void RefuseIfOver(string what)
    {
        if (!IsOpen)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "alert_resolved",
                $"The alert is resolved; it cannot be {what}."
            );
        }
    }
}
