using System.Globalization;
using System.Security.Cryptography;
using DeepmineSentinel.Web.Problems;
using Microsoft.Net.Http.Headers;

namespace DeepmineSentinel.Web.Api;

/// <summary>ETags, and the conditions that requests make of them.</summary>
internal static class EntityTags
{
    /// <summary>The tag of a row whose revision grows with every change.</summary>
    public static EntityTagHeaderValue OfRevision(int revision) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{revision}\""));

    /// <summary>The tag of an answer that is put together anew each time: the same bytes, the same tag.</summary>
    public static EntityTagHeaderValue OfContent(ReadOnlySpan<byte> content) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"", isWeak: true);

    /// <summary>Whether the caller has this version already.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));

    /// <summary>Whether the version that the caller looked at is this one.</summary>
    /// <exception cref="RequestRefusedException">The caller does not say what was looked at.</exception>
    public static bool IsMatch(HttpRequest request, EntityTagHeaderValue tag)
    {
        IList<EntityTagHeaderValue> seen = request.GetTypedHeaders().IfMatch;
        return seen.Count > 0
            ? Matches(seen, tag)
            : throw new RequestRefusedException(
                StatusCodes.Status428PreconditionRequired,
                "if_match_missing",
                "An edit needs the header If-Match with the ETag of the version that it was made from."
            );
    }

    /// <summary>As above, where saying it is left to the caller.</summary>
    public static bool IsMatchIfGiven(HttpRequest request, EntityTagHeaderValue tag) =>
        request.Headers.IfMatch.Count == 0 || Matches(request.GetTypedHeaders().IfMatch, tag);

    private static bool Matches(IList<EntityTagHeaderValue> seen, EntityTagHeaderValue tag) =>
        seen.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: true));
}
