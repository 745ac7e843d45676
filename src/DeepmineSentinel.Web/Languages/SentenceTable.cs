namespace DeepmineSentinel.Web.Languages;

/// <summary>
/// Sentences that are stored or thrown in English, read back: which template wrote one, with which values, so that it can be
/// written anew in another language (docs/decisions/122). What is not known as a whole is not translated at all.
/// </summary>
internal sealed class SentenceTable
{
    private const int LongestText = 20_000;
    private readonly TextTable texts;
    private readonly ILookup<char, SentenceTemplate> templates;

    public SentenceTable(TextTable texts, IEnumerable<(string English, string Text)> entries)
    {
        this.texts = texts;
        templates = entries
            .Where(entry => SentenceTemplate.HasPlaces(entry.English))
            .Select(entry => new SentenceTemplate(entry.English, entry.Text))
            .OrderBy(template => template.English, StringComparer.Ordinal)
            .ToLookup(template => First(template.Beginning));
    }

    public static SentenceTable Read(string language) =>
        new(
            TextTable.Read(language),
            TextTable.SentenceAreas.SelectMany(area => TextTable.Entries(area, language)).Distinct()
        );

    /// <summary>One sentence or several in the shown language; null: a part of it is not known.</summary>
    public string? Find(string english) =>
        english.Length is 0 or > LongestText ? null : new SentenceReading(this, texts).Translate(english);

    /// <summary>Those that may have written a sentence, the most literal first.</summary>
    public IEnumerable<SentenceTemplate> For(string sentence) =>
        templates[First(sentence)]
            .Where(one => Begins(sentence, one.Beginning))
            .Concat(templates[default])
            .OrderByDescending(one => one.LiteralLength);

    private static char First(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) : default;

    // The first letter may have lost its capital.
    private static bool Begins(string sentence, string beginning) =>
        sentence.AsSpan(1).StartsWith(beginning.AsSpan(1), StringComparison.Ordinal);
}
