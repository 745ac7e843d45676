using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Stopes;

/// <summary>What a name of a mine or a stope may be.</summary>
public static class NameRules
{
    /// <summary>The trimmed name.</summary>
    /// <exception cref="SentinelException">It is empty, too long or has control characters.</exception>
    public static string Checked(string? name, int longest, string what) =>
        Problem(name, longest) is { } reason
            ? throw new SentinelException(
                FailureKind.InvalidInput,
                $"invalid_{what}_name",
                $"The {what}'s name {reason}."
            )
            : name!.Trim();

    /// <summary>What is wrong with a name, as the end of a sentence; null when nothing is.</summary>
    public static string? Problem(string? name, int longest)
    {
        string trimmed = name?.Trim() ?? "";
        if (trimmed.Length == 0)
        {
            return "must not be empty";
        }

        if (trimmed.Length > longest)
        {
            return $"must not be longer than {longest} characters";
        }

        return trimmed.Any(char.IsControl) ? "must not contain control characters" : null;
    }
}
