using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing;

/// <summary>The record of the import: one for each mine that the file brought rows for.</summary>
internal sealed class BatchBook(SentinelDbContext context, ImportRequest request, DateTime now)
{
    private const int PersonLength = 100;
    private const int NoMine = 0;
    private readonly Dictionary<int, int> ids = [];

    /// <summary>The first record; null when no row came so far.</summary>
    public int? FirstId { get; private set; }

    public async ValueTask<int> ForAsync(int? mineId, CancellationToken token)
    {
        if (ids.TryGetValue(mineId ?? NoMine, out int id))
        {
            return id;
        }

        ImportBatch batch = context.Add(Fresh(mineId)).Entity;
        await context.SaveChangesAsync(token);
        FirstId ??= batch.Id;
        ids[mineId ?? NoMine] = batch.Id;
        return batch.Id;
    }

    /// <summary>Writes down what became of the file. The refused rows stand in the first record.</summary>
    public async Task CloseAsync(ImportScope scope, string sha256, CancellationToken token)
    {
        foreach (int id in ids.Values)
        {
            (int added, int updated, int rejected) =
                id == FirstId ? (scope.Added, scope.Updated, scope.Rejected) : (0, 0, 0);
            await context
                .ImportBatches.Where(batch => batch.Id == id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(batch => batch.Sha256, sha256)
                            .SetProperty(batch => batch.Added, added)
                            .SetProperty(batch => batch.Updated, updated)
                            .SetProperty(batch => batch.Rejected, rejected),
                    token
                );
        }
    }

    private ImportBatch Fresh(int? mineId) =>
        new()
        {
            Kind = request.Kind,
            MineId = mineId,
            FileName = Shortened(request.DisplayName, ImportBatch.FileNameLength),
            Sha256 = "",
            ImportedAt = now,
            ImportedBy = Shortened(request.By, PersonLength),
            Added = 0,
            Updated = 0,
            Rejected = 0,
        };

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
