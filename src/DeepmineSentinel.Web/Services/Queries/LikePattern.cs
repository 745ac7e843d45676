namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Patterns of LIKE in which what people type is letters, not wildcards.</summary>
internal static class LikePattern
{
    public const string Escape = "!";

    public static string Containing(string text)
    {
        string letters = text.Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal)
            .Replace("[", "![", StringComparison.Ordinal);
        return $"%{letters}%";
    }
}
