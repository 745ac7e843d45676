using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv.Rows;

/// <summary>One row of a stopes file.</summary>
internal sealed record StopeRow(string Mine, string Name, StopeProperties Properties)
{
    public bool? UndatedStability { get; init; }

    /// <summary>Whether the row says that its mine is generated; null: it does not say.</summary>
    public bool? Synthetic { get; init; }
}
