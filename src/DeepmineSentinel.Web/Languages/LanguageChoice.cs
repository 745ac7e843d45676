using System.Globalization;
using DeepmineSentinel.Web.Api;
using Microsoft.AspNetCore.Localization;

namespace DeepmineSentinel.Web.Languages;

/// <summary>
/// Which language answers a request: the address (<c>?lang=es-CL</c>), else the cookie, else what the browser asks for, else English.
/// </summary>
internal static class LanguageChoice
{
    /// <summary>In addresses and in the chooser's form.</summary>
    public const string Field = "lang";

    private const string Cookie = "sentinel.language";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) =>
        app.UseRequestLocalization(
            new RequestLocalizationOptions
            {
                // How input is read, whatever the language: a posted 3.5 stays 3.5.
                SupportedCultures = [CultureInfo.InvariantCulture],
                SupportedUICultures = [.. Names().Select(CultureInfo.GetCultureInfo)],
                DefaultRequestCulture = new RequestCulture(
                    CultureInfo.InvariantCulture,
                    CultureInfo.GetCultureInfo(Language.English.Tag)
                ),
                RequestCultureProviders =
                [
                    new CustomRequestCultureProvider(OfApi),
                    new CustomRequestCultureProvider(OfAddress),
                    new CookieRequestCultureProvider { CookieName = Cookie },
                    new AcceptLanguageHeaderRequestCultureProvider(),
                ],
            }
        );

    public static void Keep(HttpContext context, Language language) =>
        context.Response.Cookies.Append(
            Cookie,
            CookieRequestCultureProvider.MakeCookieValue(
                new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(language.Tag))
            ),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Kept,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );

    // A country that is not offered finds its language: es-MX is answered in es.
    private static IEnumerable<string> Names() =>
        Language.Offered.SelectMany(language => new[] { language.Tag, language.Code }).Distinct();

    private static Task<ProviderCultureResult?> OfApi(HttpContext context) =>
        Task.FromResult(
            context.Request.Path.StartsWithSegments(ApiRoutes.Root, StringComparison.OrdinalIgnoreCase)
                ? new ProviderCultureResult(Language.English.Tag)
                : null
        );

    private static Task<ProviderCultureResult?> OfAddress(HttpContext context) =>
        Task.FromResult(
            context.Request.Query[Field].ToString() is { Length: > 0 } tag ? new ProviderCultureResult(tag) : null
        );
}
