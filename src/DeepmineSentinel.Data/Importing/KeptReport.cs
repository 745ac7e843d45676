using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;

namespace DeepmineSentinel.Data.Importing;

/// <summary>What an import's record keeps of its report.</summary>
/// <param name="Problems">Problems in the order of the file, at most <see cref="InputRejectedException.MostShown"/>.</param>
/// <param name="Remarks">What was odd without being wrong, a sentence each.</param>
public sealed record KeptReport(IReadOnlyList<RowProblem> Problems, IReadOnlyList<string> Remarks)
{
    private static readonly KeptReport Empty = new([], []);

    /// <summary>What the record of an import keeps; empty where it keeps nothing.</summary>
    /// <param name="batch">The record.</param>
    public static KeptReport Of(ImportBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Report is { } text ? JsonSerializer.Deserialize<KeptReport>(text, RowJson.Options)! : Empty;
    }
}
