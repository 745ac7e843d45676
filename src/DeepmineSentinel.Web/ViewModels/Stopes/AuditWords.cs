using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

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
            AuditAction.Created => "Created",
            AuditAction.Edited => "Edited",
            AuditAction.Archived => "Archived",
            AuditAction.Restored => "Restored",
            AuditAction.ReadingAdded => "Reading added",
            AuditAction.EventAdded => "Event added",
            AuditAction.OutcomeAdded => "Outcome added",
            AuditAction.OutcomeReviewed => "Outcome reviewed",
            AuditAction.FeedbackGiven => "Feedback given",
            AuditAction.NoteAdded => "Note added",
            AuditAction.NoteArchived => "Note archived",
            AuditAction.NoteRestored => "Note restored",
            AuditAction.Imported => "Changed by an import",
            _ => Words.Of(action),
        };

    /// <summary>A value's name with its unit.</summary>
    public static string Of(AuditField field) =>
        Quantities.GetValueOrDefault(field.Name) is { } range
            ? range.Unit.Length > 0
                ? $"{range.Label}, {range.Unit}"
                : range.Label
            : field.Name switch
            {
                StopeFields.Name => "Name",
                "stability" => "Undated label: stable",
                _ => Words.Of(field.Name),
            };
}
