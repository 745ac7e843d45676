using System.Text.RegularExpressions;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>What a snapshot's folder may be called: 64 lower-case hex digits, the hash of its content.</summary>
internal static partial class SnapshotName
{
    /// <summary>Whether a name stays within the folder of snapshots.</summary>
    public static bool IsUsable(string? name) => name is not null && Pattern().IsMatch(name);

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
