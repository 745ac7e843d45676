using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>What became of something typed.</summary>
/// <param name="Done">What was done, in words; null: it was refused.</param>
public sealed record EntryResult(string? Done)
{
    public static EntryResult Refused { get; } = new((string?)null);

    /// <summary>The reading that stands in the way of the typed one.</summary>
    public Reading? Known { get; init; }
}
