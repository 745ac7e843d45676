using System.Globalization;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Web.Api;

/// <summary>Reads the key of a thing in an address.</summary>
internal static class RouteId
{
    /// <param name="what">What it is the key of, in a word.</param>
    /// <param name="text">What stands in the address.</param>
    /// <exception cref="SentinelException">It is no whole number.</exception>
    public static int Of(string what, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
            ? id
            : throw new SentinelException(
                FailureKind.InvalidInput,
                $"invalid_{what}_id",
                $"The id of the {what} must be a whole number."
            );
}
