using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>An alert with its stope and mine.</summary>
public sealed record AlertRow
{
    public required Alert Alert { get; init; }

    public required string Stope { get; init; }

    public required string Mine { get; init; }

    public required string Zone { get; init; }

    public required bool IsSynthetic { get; init; }
}
