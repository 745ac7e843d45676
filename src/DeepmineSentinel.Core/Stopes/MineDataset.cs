namespace DeepmineSentinel.Core.Stopes;

/// <summary>Stopes with their histories, and the hash that names this exact content.</summary>
/// <param name="Stopes">Sorted by mine, then name, by ordinal comparison.</param>
/// <param name="ContentHash">SHA-256 over the files it was read from, 64 lower-case hex digits.</param>
public sealed record MineDataset(IReadOnlyList<StopeHistory> Stopes, string ContentHash);
