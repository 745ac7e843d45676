using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Somebody asks that a version answers.</summary>
/// <param name="RunId">The version.</param>
/// <param name="By">Who asks.</param>
/// <param name="Override">Why it shall answer although the gate did not pass it; null: only if it passes.</param>
public sealed record PromotionRequest(RunId RunId, string By, string? Override = null)
{
    /// <summary>The reason as it is kept; null: none.</summary>
    /// <exception cref="SentinelException">It is blank or too long.</exception>
    internal string? Reason => CheckedReason(Override);

    /// <summary>A reason as it is kept; null: none was given.</summary>
    /// <exception cref="SentinelException">It is blank or too long.</exception>
    internal static string? CheckedReason(string? reason)
    {
        string? text = reason?.Trim();
        return text is null or { Length: > 0 and <= PointerMove.ReasonLength }
            ? text
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_reason",
                $"A reason has 1 to {PointerMove.ReasonLength} characters; say in a sentence why."
            );
    }
}
