using System.Text.Encodings.Web;
using System.Text.Json;
using DeepmineSentinel.Web.Tags;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DeepmineSentinel.Web.Languages;

/// <summary>The texts as views write them: <c>@T[...]</c>.</summary>
public sealed class PageTexts(HtmlEncoder encoder)
{
    /// <summary>Encoded by the view, as any string.</summary>
    public string this[string english] => Texts.Of(english);

    public string this[string english, params object?[] values] => Texts.Of(english, values);

    /// <summary>The plural; see <see cref="Texts.Count"/>.</summary>
    public string Count(long n, string one, string many) => Texts.Count(n, one, many);

    /// <summary>A text with markup of its own; values are encoded, unless they are markup already.</summary>
    public IHtmlContent Html(string english, params object?[] values) =>
        values.Length == 0
            ? new HtmlString(Texts.Of(english))
            : new HtmlFormattableString(Language.Shown.Format, Texts.Of(english), Texts.Written(values));

    /// <summary>A sentence that is stored or thrown in English: translated where its template is known, else marked as English.</summary>
    public IHtmlContent Stored(string? english)
    {
        string text = english ?? "";
        return Language.Shown.IsEnglish || text.Length == 0 ? new HtmlString(encoder.Encode(text))
            : Texts.Recognise(text) is { } translated ? new HtmlString(encoder.Encode(translated))
            : Marked(text);
    }

    /// <summary>A moment, for a place inside a sentence of <see cref="Html"/>.</summary>
    public IHtmlContent When(DateTime utc, string zone, bool hideZone = false) => WhenTag.Markup(utc, zone, hideZone);

    /// <summary>
    /// What scripts say, from English, as the value of an attribute <c>data-texts</c>; empty in English, which they know.
    /// </summary>
    public string ForScripts(params string[] texts) =>
        Language.Shown.IsEnglish
            ? "{}"
            : JsonSerializer.Serialize(texts.ToDictionary(english => english, Texts.Of, StringComparer.Ordinal));

    private static TagBuilder Marked(string english)
    {
        TagBuilder span = new("span");
        span.Attributes["lang"] = Language.English.Tag;
        span.InnerHtml.Append(english);
        return span;
    }
}
