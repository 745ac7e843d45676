using System.Text.RegularExpressions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api;

namespace DeepmineSentinel.Web.Zones;

/// <summary>
/// Which zone the moments of a page are shown in: the address (<c>?zone=UTC</c>, so that a link reproduces the view), else the
/// cookie, else each mine's own.
/// </summary>
internal static partial class ZoneChoice
{
    /// <summary>In addresses and in the chooser's form.</summary>
    public const string Field = "zone";

    /// <summary>The word, in an address, for each mine's own zone, whatever the cookie says.</summary>
    public const string OwnWord = "mine";

    private const string Cookie = "sentinel.zone";
    private const int LongestTold = 64;
    private static readonly object Unknown = new();
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);
    private static readonly string[] NoNames = ["localtime", "posixrules", "Factory"];

    public static IApplicationBuilder UseZones(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                ShownZone.Choose(Of(context));
                return next(context);
            }
        );

    /// <summary>The name as it is kept; null: there is no such zone, or browsers do not know it.</summary>
    public static string? Find(string? name)
    {
        string trimmed = name?.Trim() ?? "";
        bool isName = Mine.IsZone(trimmed) && Name().IsMatch(trimmed) && !NoNames.Contains(trimmed);
        return isName ? TimeZoneInfo.FindSystemTimeZoneById(trimmed).Id : null;
    }

    /// <summary>Keeps a choice in the reader's browser.</summary>
    /// <param name="context">The request.</param>
    /// <param name="zone">As from <see cref="Find"/>; null: each mine's own.</param>
    public static void Keep(HttpContext context, string? zone)
    {
        CookieOptions options = new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Kept,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        };
        if (zone is null)
        {
            options.MaxAge = null;
            context.Response.Cookies.Delete(Cookie, options);
        }
        else
        {
            context.Response.Cookies.Append(Cookie, zone, options);
        }
    }

    /// <summary>What the address asked for and there is none of; null: nothing of the kind.</summary>
    public static string? Refused(HttpContext context) => context.Items[Unknown] as string;

    private static string? Of(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(ApiRoutes.Root, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string asked = context.Request.Query[Field].ToString();
        if (asked.Length == 0)
        {
            return Find(context.Request.Cookies[Cookie]);
        }

        string? found = Find(asked);
        if (found is null && asked != OwnWord)
        {
            context.Items[Unknown] = asked.Length <= LongestTold ? asked : $"{asked[..LongestTold]}...";
        }

        return found;
    }

    [GeneratedRegex("^(?!posix/|right/)[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
