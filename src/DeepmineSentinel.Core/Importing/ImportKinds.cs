using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Importing;

/// <summary>Kinds of files and how people type them.</summary>
public static class ImportKinds
{
    /// <summary>The files that describe mines, stopes first; what a snapshot holds.</summary>
    public static IReadOnlyList<ImportKind> OfMines { get; } =
    [ImportKind.Stopes, ImportKind.Readings, ImportKind.Events, ImportKind.Outcomes];

    /// <summary>The word of a kind on a command line, for example <c>case-histories</c>.</summary>
    public static string WordOf(ImportKind kind) => CategoryName.Of(kind).Replace(' ', '-').ToLowerInvariant();

    /// <summary>The kind of a word.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public static ImportKind Of(string word) =>
        CategoryName.TryParse(word, out ImportKind kind)
            ? kind
            : throw new ArgumentException("There is no such kind of file.", nameof(word));
}
