using System.Collections.Concurrent;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Languages;

/// <summary>
/// What pages say, in the language they are shown in. The key of a text is the English text itself (docs/decisions/116).
/// </summary>
public static class Texts
{
    private static readonly ConcurrentDictionary<string, TextTable> Tables = new(StringComparer.Ordinal);

    /// <summary>The text in the shown language; the English where it has no translation.</summary>
    public static string Of(string english) => Find(english) ?? english;

    /// <param name="english">A composite format: <c>{0} of {1}</c>.</param>
    /// <param name="values">Numbers are written as <see cref="Numbers"/> does in the shown language, so ids come as text.</param>
    public static string Of(string english, params object?[] values) =>
        string.Format(Language.Shown.Format, Of(english), Written(values));

    /// <summary>A number of things, in the singular or the plural; in both, {0} is the number.</summary>
    public static string Count(long n, string one, string many) => Of(n == 1 ? one : many, n);

    /// <summary>
    /// A sentence around a reason that may have no translation: then all of it is English, as half a sentence in each
    /// language would be worse.
    /// </summary>
    public static string Around(string english, string reason) =>
        Find(reason) is { } translated
            ? Of(english, translated)
            : string.Format(Language.English.Format, english, reason);

    /// <summary>The translation; null: shown is English, or the text has none.</summary>
    public static string? Find(string english) =>
        Language.Shown is { IsEnglish: false } shown ? Tables.GetOrAdd(shown.Code, TextTable.Read).Find(english) : null;

    internal static object?[] Written(object?[] values) => [.. values.Select(Written)];

    private static object? Written(object? value) =>
        value switch
        {
            int count => Numbers.Count(count),
            long count => Numbers.Count(count),
            double number => Numbers.Plain(number),
            float number => Numbers.Plain(number),
            _ => value,
        };
}
