using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Exporting;

namespace DeepmineSentinel.Web.Services.Cases;

/// <summary>Case histories of a file or of the database.</summary>
public sealed class CaseHistorySource(CaseHistoryStore store, CaseHistoryCsvReader reader)
{
    /// <summary>Reads them.</summary>
    /// <param name="path">A CSV file; null: the stored cases.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="InputRejectedException">Anything in the file is wrong; all of it is listed.</exception>
    public async Task<CaseHistorySet> ReadAsync(string? path, CancellationToken cancellationToken) =>
        path is null ? await store.ReadAsync(cancellationToken) : reader.Read(path, cancellationToken);

    /// <summary>Reads cases to learn from: there are some.</summary>
    /// <exception cref="SentinelException"><c>no_case_histories</c>: there is none.</exception>
    public async Task<CaseHistorySet> RequireAsync(string? path, CancellationToken cancellationToken)
    {
        CaseHistorySet set = await ReadAsync(path, cancellationToken);
        return set.Cases.Count > 0
            ? set
            : throw new SentinelException(
                FailureKind.InsufficientData,
                "no_case_histories",
                "There are no case histories to learn from: import some first (import-data case-histories FILE)."
            );
    }
}
