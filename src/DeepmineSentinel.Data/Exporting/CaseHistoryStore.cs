using System.Security.Cryptography;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Exporting;

/// <summary>The stored case histories, in the order they came.</summary>
/// <param name="contexts">Where contexts come from.</param>
public sealed class CaseHistoryStore(IDbContextFactory<SentinelDbContext> contexts)
{
    /// <summary>All of them; empty where none was imported.</summary>
    public async Task<CaseHistorySet> ReadAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<CaseHistory> cases = await OrderedAsync(context, cancellationToken);
        using MemoryStream text = new();
        Write(cases, text);
        return new CaseHistorySet(
            cases,
            CaseHistoryRemarks.Of([.. cases.Select((history, i) => (i + 1, history))]),
            Convert.ToHexStringLower(SHA256.HashData(text.ToArray()))
        );
    }

    internal static async Task<List<CaseHistory>> OrderedAsync(SentinelDbContext context, CancellationToken token) =>
        await context.CaseHistories.AsNoTracking().OrderBy(history => history.Id).ToListAsync(token);

    /// <summary>Writes cases as CSV; the stream is closed.</summary>
    internal static void Write(IEnumerable<CaseHistory> cases, Stream stream)
    {
        using CsvRowWriter writer = new(stream, CsvLayout.CaseHistories);
        foreach (CaseHistory history in cases)
        {
            writer.Case(history);
        }
    }
}
