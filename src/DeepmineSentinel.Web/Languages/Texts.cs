using System.Collections.Concurrent;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.Extensions.Caching.Memory;

namespace DeepmineSentinel.Web.Languages;

/// <summary>
/// What pages say, in the language they are shown in. The key of a text is the English text itself (docs/decisions/116).
/// </summary>
public static class Texts
{
    private static readonly ConcurrentDictionary<string, TextTable> Tables = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, SentenceTable> Sentences = new(StringComparer.Ordinal);

    // Pages show the same sentences again and again; the size is in characters.
    private static readonly MemoryCache Recognised = new(new MemoryCacheOptions { SizeLimit = 4_000_000 });

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
        Recognise(reason) is { } translated
            ? Of(english, translated)
            : string.Format(Language.English.Format, english, reason);

    /// <summary>The translation; null: shown is English, or the text has none.</summary>
    public static string? Find(string english) =>
        Language.Shown is { IsEnglish: false } shown ? Tables.GetOrAdd(shown.Code, TextTable.Read).Find(english) : null;

    /// <summary>
    /// A sentence that is stored or thrown in English with its values, or several of them, in the shown language; null: shown is
    /// English, or a part is not known.
    /// </summary>
    public static string? Recognise(string english)
    {
        if (Language.Shown is not { IsEnglish: false } shown)
        {
            return null;
        }

        (string, string) key = (shown.Tag, english);
        if (!Recognised.TryGetValue(key, out string? found))
        {
            found = Sentences.GetOrAdd(shown.Code, SentenceTable.Read).Find(english);
            int size = english.Length + (found?.Length ?? 0);
            Recognised.Set(key, found, new MemoryCacheEntryOptions { Size = size });
        }

        return found;
    }

    /// <summary>The same, or as it is where it is not known.</summary>
    public static string Stored(string english) => Recognise(english) ?? english;

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
