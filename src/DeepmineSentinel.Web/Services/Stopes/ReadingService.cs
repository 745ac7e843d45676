using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Importing;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>Readings that programs send or people type: stored as an import stores them, and followed by what follows an import.</summary>
public sealed class ReadingService(ReadingWriter writer, DataChanges changes, AuditTrail trail)
{
    /// <summary>Adds readings of one stope; what the stope has a reading of already stays as it is.</summary>
    /// <returns>For each whether it was added.</returns>
    /// <exception cref="SentinelException">The database cannot be written.</exception>
    public Task<bool[]> AddAsync(int stopeId, IReadOnlyList<Reading> readings, CancellationToken cancellationToken) =>
        AddAsync(stopeId, readings, null, cancellationToken);

    /// <summary>Adds a reading that a person typed, and with it a line to the stope's audit trail.</summary>
    /// <returns>Whether it was added; false: the stope has a reading of that moment.</returns>
    /// <exception cref="SentinelException">The database cannot be written.</exception>
    public async Task<bool> AddTypedAsync(Reading reading, CancellationToken cancellationToken)
    {
        AuditEntry told = trail.Line(
            AuditSubject.Stope,
            reading.StopeId,
            AuditAction.ReadingAdded,
            RecordFields.Of(reading)
        );
        return (await AddAsync(reading.StopeId, [reading], told, cancellationToken))[0];
    }

    private async Task<bool[]> AddAsync(
        int stopeId,
        IReadOnlyList<Reading> readings,
        AuditEntry? told,
        CancellationToken cancellationToken
    )
    {
        if (readings.Count == 0)
        {
            return [];
        }

        bool[] added = await writer.AddAsync(readings, told, cancellationToken);
        if (added.Contains(true))
        {
            changes.StopeChanged(stopeId);
        }

        return added;
    }
}
