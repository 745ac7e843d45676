using System.Collections.Frozen;
using System.Globalization;

namespace DeepmineSentinel.Web.Languages;

/// <summary>A language in which pages are shown, with the country's way to write numbers and dates.</summary>
/// <param name="Tag">As in addresses, the cookie and <c>html lang</c>: <c>en</c>, <c>es-CL</c>, <c>es-PE</c>.</param>
/// <param name="Name">Its name in itself.</param>
/// <param name="Format">How numbers and dates are written; never how any are read.</param>
public sealed record Language(string Tag, string Name, CultureInfo Format)
{
    /// <summary>What the texts are written in; its numbers and dates are the invariant ones.</summary>
    public static Language English { get; } = new("en", "English", CultureInfo.InvariantCulture);

    /// <summary>Those a reader may choose from; the first that has a language stands for all its countries.</summary>
    public static IReadOnlyList<Language> Offered { get; } =
    [
        English,
        new("es-CL", "Español (Chile)", CultureInfo.GetCultureInfo("es-CL")),
        new("es-PE", "Español (Perú)", CultureInfo.GetCultureInfo("es-PE")),
    ];

    private static readonly FrozenDictionary<string, Language> ByName = Offered
        .Select(language => (Name: language.Tag, Language: language))
        .Concat(Offered.DistinctBy(language => language.Code).Select(first => (Name: first.Code, Language: first)))
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>The language without the country, which chooses the texts: <c>en</c>, <c>es</c>.</summary>
    public string Code => Tag.Split('-')[0];

    public bool IsEnglish => ReferenceEquals(this, English);

    /// <summary>What this request is answered in, by the culture of the user interface; outside requests English.</summary>
    public static Language Shown => Find(CultureInfo.CurrentUICulture) ?? English;

    /// <summary>One that is offered; null: the tag names none.</summary>
    public static Language? Find(string? tag) =>
        tag is not null && ByName.TryGetValue(tag, out Language? found) ? found : null;

    /// <summary>
    /// Writes what is stored or sent: in English, whoever's request caused it.
    /// </summary>
    public static TText InEnglish<TText>(Func<TText> write)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            return write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Makes English the language of every thread of this process that serves no request.</summary>
    public static void SpeakEnglish()
    {
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }

    private static Language? Find(CultureInfo culture) => Find(culture.Name) ?? Find(culture.TwoLetterISOLanguageName);
}
