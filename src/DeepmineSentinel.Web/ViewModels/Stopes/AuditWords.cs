using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Lines of an audit trail as people read them.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, QuantityRange> Quantities = StopeQuantities
        .All.Concat(ReadingQuantities.All)
        .Append(Outcome.Elos)
        .ToDictionary(range => range.Name);

    public static string Of(AuditAction action) =>
        action switch
        {
            AuditAction.Created => Texts.Of("Created"),
            AuditAction.Edited => Texts.Of("Edited"),
            AuditAction.Archived => Texts.Of("Archived"),
            AuditAction.Restored => Texts.Of("Restored"),
            AuditAction.ReadingAdded => Texts.Of("Reading added"),
            AuditAction.EventAdded => Texts.Of("Event added"),
            AuditAction.OutcomeAdded => Texts.Of("Outcome added"),
            AuditAction.OutcomeReviewed => Texts.Of("Outcome reviewed"),
            AuditAction.FeedbackGiven => Texts.Of("Feedback given"),
            AuditAction.NoteAdded => Texts.Of("Note added"),
            AuditAction.NoteArchived => Texts.Of("Note archived"),
            AuditAction.NoteRestored => Texts.Of("Note restored"),
            AuditAction.Imported => Texts.Of("Changed by an import"),
            AuditAction.ImportUndone => Texts.Of("Back to what it was before an import"),
            _ => Words.Of(action),
        };

    /// <summary>A value's name with its unit.</summary>
    public static string Of(AuditField field) =>
        Quantities.GetValueOrDefault(field.Name) is { } range
            ? range.Unit.Length > 0
                ? $"{Texts.Of(range.Label)}, {Texts.Of(range.Unit)}"
                : Texts.Of(range.Label)
            : field.Name switch
            {
                StopeFields.Name => Texts.Of("Name"),
                "timestamp" => Texts.Of("Moment, UTC"),
                "observed_at" => Texts.Of("Observed, UTC"),
                "occurred_at" => Texts.Of("Occurred, UTC"),
                "note" => Texts.Of("Note"),
                "comment" => Texts.Of("Comment"),
                "learnt_from" => Texts.Of("Learnt from"),
                "agrees" => Texts.Of("Agrees"),
                "believes" => Texts.Of("Believes"),
                "direction" => Texts.Of("Dip direction"),
                "rock_type" => Texts.Of("Rock type"),
                "support_type" => Texts.Of("Support type"),
                "support_installed" => Texts.Of("Support installed"),
                "class" => Texts.Of("Outcome"),
                "source" => Texts.Of("Source"),
                "import" => Texts.Of("Import"),
                "stability" => Texts.Of("Undated label: stable"),
                _ => Words.Of(field.Name),
            };
}
