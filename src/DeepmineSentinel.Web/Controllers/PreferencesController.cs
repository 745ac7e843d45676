using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>What a reader chooses for himself, kept in cookies of his browser.</summary>
public sealed class PreferencesController : Controller
{
    /// <param name="lang">A tag of <see cref="Language.Offered"/>.</param>
    /// <param name="back">The page to show again; what is not of this site is not followed.</param>
    [HttpPost("/preferences")]
    public IActionResult Set(string? lang, string? back)
    {
        Language chosen =
            Language.Find(lang)
            ?? throw new SentinelException(
                FailureKind.InvalidInput,
                "unknown_language",
                "Pages are not shown in that language."
            );
        LanguageChoice.Keep(HttpContext, chosen);
        return LocalRedirect(Url.IsLocalUrl(back) ? WithoutLanguage(back) : "/");
    }

    // A language in the address would outdo the one just chosen.
    private static string WithoutLanguage(string address)
    {
        int at = address.IndexOf('?', StringComparison.Ordinal);
        return at < 0
            ? address
            : QueryHelpers.AddQueryString(
                address[..at],
                QueryHelpers
                    .ParseQuery(address[at..])
                    .Where(field => field.Key != LanguageChoice.Field)
                    .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value)))
            );
    }
}
