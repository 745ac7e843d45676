using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Importing;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>Readings that programs send: stored as an import stores them, and followed by what follows an import.</summary>
public sealed class ReadingService(ReadingWriter writer, DataChanges changes)
{
    /// <summary>Adds readings of one stope; what the stope has a reading of already stays as it is.</summary>
    /// <returns>For each whether it was added.</returns>
    /// <exception cref="SentinelException">The database cannot be written.</exception>
    public async Task<bool[]> AddAsync(
        int stopeId,
        IReadOnlyList<Reading> readings,
        CancellationToken cancellationToken
    )
    {
        if (readings.Count == 0)
        {
            return [];
        }

        bool[] added = await writer.AddAsync(readings, cancellationToken);
        if (added.Contains(true))
        {
            changes.StopeChanged(stopeId);
        }

        return added;
    }
}
