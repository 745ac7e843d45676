using System.Text.RegularExpressions;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>What a file of a run may be called: plain names, or one folder down in <c>checkpoints/</c>.</summary>
internal static partial class ArtifactName
{
    private const string StateEnding = ".safetensors";
    private const string HashEnding = ".sha256";

    /// <summary>The name, once it is known to stay within its folder.</summary>
    /// <exception cref="SentinelException">It could lead elsewhere.</exception>
    public static string Checked(string name) =>
        IsUsable(name)
            ? name
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_artifact_name",
                "A file of a run has a plain name of letters, digits, dots, dashes and underscores."
            );

    /// <summary>Whether a name stays within its folder.</summary>
    public static bool IsUsable(string? name) =>
        name is { Length: > 0 and <= 200 } && Pattern().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal);

    /// <summary>Whether the manifest leaves the file out.</summary>
    public static bool IsCheckpoint(string name) =>
        name.StartsWith(ArtifactFileNames.Checkpoints + "/", StringComparison.Ordinal);

    /// <summary>Whether the file is a resumable state or its hash, rather than what the run was started with.</summary>
    public static bool IsState(string name) =>
        IsCheckpoint(name.Replace('\\', '/'))
        && (
            name.EndsWith(StateEnding, StringComparison.Ordinal)
            || name.EndsWith(StateEnding + HashEnding, StringComparison.Ordinal)
        );

    [GeneratedRegex(@"^(checkpoints/)?[A-Za-z0-9_][A-Za-z0-9_.\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
