using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>One reading as a person types it, in the mine's zone.</summary>
public sealed record ReadingForm
{
    public string? Moment { get; init; }

    /// <summary>Which of the two is meant where the clocks showed the moment twice.</summary>
    public string? MomentOffset { get; init; }

    /// <summary>Values by the names of the channels.</summary>
    public Dictionary<string, string?> Values { get; init; } = [];

    public string? Text(QuantityRange range) => Values.GetValueOrDefault(range.Name);
}
