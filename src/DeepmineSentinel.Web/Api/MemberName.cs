using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Web.Api;

/// <summary>What is said of names that callers made up.</summary>
internal static class MemberName
{
    private const int Longest = 60;

    /// <summary>The name; a long one is not handed back whole.</summary>
    public static string Short(string name) => name.Length <= Longest ? name : name[..Longest] + "\u2026";

    /// <summary>That it is not known, with the nearest name that is.</summary>
    public static string Unknown(string name, IEnumerable<string> known) =>
        NearestWord.Of(Short(name), known) is { } near ? $"is not known; did you mean {near}?" : "is not known";
}
