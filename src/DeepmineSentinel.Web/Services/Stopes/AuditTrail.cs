using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Data.Database;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>Writes who did what. A line is saved by whoever saves what it tells of, in the same transaction.</summary>
public sealed class AuditTrail(SentinelDbContext database, CurrentOperator who, TimeProvider clock)
{
    /// <summary>Who acts.</summary>
    public string Person => who.Name;

    /// <summary>Adds a line about a stope.</summary>
    public void OfStope(int id, AuditAction action, params IReadOnlyList<AuditField> fields) =>
        Keep(AuditSubject.Stope, id, action, fields);

    /// <summary>Adds a line about a mine.</summary>
    public void OfMine(int id, AuditAction action, params IReadOnlyList<AuditField> fields) =>
        Keep(AuditSubject.Mine, id, action, fields);

    /// <summary>A line for whoever writes what it tells of by other means.</summary>
    public AuditEntry Line(AuditSubject subject, int id, AuditAction action, IReadOnlyList<AuditField> fields) =>
        new()
        {
            Subject = subject,
            SubjectId = id,
            Action = action,
            At = clock.GetUtcNow().UtcDateTime,
            By = who.Name,
            Fields = fields,
        };

    private void Keep(AuditSubject subject, int id, AuditAction action, IReadOnlyList<AuditField> fields) =>
        database.AuditEntries.Add(Line(subject, id, action, fields));
}
