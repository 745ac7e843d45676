using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>What <c>registry.jsonl</c> holds.</summary>
/// <param name="Moves">Moves in their order, each sequence number once.</param>
/// <param name="UnreadableLines">Lines that are no move; a crash while writing leaves one at the end.</param>
public sealed record RegistryHistory(IReadOnlyList<PointerMove> Moves, int UnreadableLines)
{
    /// <summary>No move.</summary>
    public static RegistryHistory Empty { get; } = new([], 0);

    /// <summary>Sequence number of the last move; 0: none.</summary>
    public long Last => Moves.Count == 0 ? 0 : Moves[^1].Sequence;

    /// <summary>Reads the text of the file.</summary>
    internal static RegistryHistory Parse(string text)
    {
        SortedDictionary<long, PointerMove> moves = [];
        int unreadable = 0;
        foreach (
            string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            if (RegistryLine.Read(line) is { } move)
            {
                moves[move.Sequence] = move;
            }
            else
            {
                unreadable++;
            }
        }

        return new RegistryHistory([.. moves.Values], unreadable);
    }
}
