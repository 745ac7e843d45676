namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>An observed outcome as a person types it, in the mine's zone.</summary>
public sealed record OutcomeForm
{
    public string? ObservedAt { get; init; }

    /// <summary>Which of the two is meant where the clocks showed the moment twice.</summary>
    public string? ObservedOffset { get; init; }

    public string? OccurredAt { get; init; }

    public string? OccurredOffset { get; init; }

    public string? Class { get; init; }

    public string? ElosMetres { get; init; }

    public string? Source { get; init; }
}
