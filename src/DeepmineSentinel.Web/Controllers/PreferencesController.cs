using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Zones;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>What a reader chooses for himself, kept in cookies of his browser.</summary>
public sealed class PreferencesController : Controller
{
    /// <param name="lang">A tag of <see cref="Language.Offered"/>.</param>
    /// <param name="zone">An IANA name; empty: each mine's own.</param>
    /// <param name="back">The page to show again; what is not of this site is not followed.</param>
    [HttpPost("/preferences")]
    public IActionResult Set(string? lang, string? zone, string? back)
    {
        Language chosen =
            Language.Find(lang)
            ?? throw new SentinelException(
                FailureKind.InvalidInput,
                "unknown_language",
                "Pages are not shown in that language."
            );
        LanguageChoice.Keep(HttpContext, chosen);
        if (Request.Form.ContainsKey(ZoneChoice.Field))
        {
            KeepZone(zone);
        }

        return LocalRedirect(Url.IsLocalUrl(back) ? WithoutChoices(back) : "/");
    }

    private void KeepZone(string? zone)
    {
        string? found = ZoneChoice.Find(zone);
        if (found is null && !string.IsNullOrWhiteSpace(zone) && zone != ZoneChoice.OwnWord)
        {
            TempData["Failed"] = Texts.Of(
                "There is no time zone of that name; the zone was not changed. Use an IANA name such as UTC or America/Santiago."
            );
            return;
        }

        ZoneChoice.Keep(HttpContext, found);
    }

    // A choice in the address would outdo the one just made.
    private static string WithoutChoices(string address)
    {
        int at = address.IndexOf('?', StringComparison.Ordinal);
        return at < 0
            ? address
            : QueryHelpers.AddQueryString(
                address[..at],
                QueryHelpers
                    .ParseQuery(address[at..])
                    .Where(field => field.Key is not (LanguageChoice.Field or ZoneChoice.Field))
                    .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)))
            );
    }
}
