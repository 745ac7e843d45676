using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace DeepmineSentinel.Web.Languages;

/// <summary>The translations of one language: the files of all areas as one table from English, read once.</summary>
internal sealed class TextTable
{
    /// <summary>Files of what is stored or thrown in English, whose templates <see cref="SentenceTable"/> recognises.</summary>
    internal static readonly string[] SentenceAreas =
    [
        "AlertSentences",
        "PredictionSentences",
        "HealthSentences",
        "ImportSentences",
        "ModelSentences",
        "Refusals",
    ];

    /// <summary>Names of the files in Resources, so that several people can write at once.</summary>
    internal static readonly string[] Areas =
    [
        "Site",
        "Dashboard",
        "Stopes",
        "Alerts",
        "Records",
        "Import",
        "Training",
        "Models",
        "Predictions",
        "Cases",
        "Health",
        "Api",
        "Series",
        "Help",
        .. SentenceAreas,
    ];

    private readonly FrozenDictionary<string, Entry> entries;

    private TextTable(FrozenDictionary<string, Entry> entries) => this.entries = entries;

    /// <param name="language">For example <c>es</c>; areas without a file for it add nothing.</param>
    public static TextTable Read(string language)
    {
        Dictionary<string, Entry> all = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string english, string text) in Areas.SelectMany(area => Entries(area, language)))
        {
            all.TryAdd(english, new Entry(english, text));
        }

        return new TextTable(all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>
    /// One entry serves a text with and without its capital, as a resource file cannot hold both; null: not translated.
    /// </summary>
    public string? Find(string english)
    {
        if (english.Length == 0 || !entries.TryGetValue(english, out Entry entry))
        {
            return null;
        }

        char first = english[0];
        return first == entry.English[0] ? entry.Text
            : char.IsUpper(first) ? char.ToUpperInvariant(entry.Text[0]) + entry.Text[1..]
            : char.ToLowerInvariant(entry.Text[0]) + entry.Text[1..];
    }

    internal static IEnumerable<(string English, string Text)> Entries(string area, string language)
    {
        ResourceManager resources = new($"DeepmineSentinel.Web.Resources.{area}", typeof(TextTable).Assembly);
        using ResourceSet? set = resources.GetResourceSet(CultureInfo.GetCultureInfo(language), true, false);
        if (set is null)
        {
            yield break;
        }

        foreach (DictionaryEntry entry in set)
        {
            yield return ((string)entry.Key, (string)entry.Value!);
        }
    }

    private readonly record struct Entry(string English, string Text);
}
