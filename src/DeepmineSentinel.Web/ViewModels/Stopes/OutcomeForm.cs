using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>An observed outcome as a person types it, in the mine's zone.</summary>
public sealed record OutcomeForm
{
    [Required(ErrorMessage = "Say when it was observed.")]
    public DateTime? ObservedAt { get; init; }

    public DateTime? OccurredAt { get; init; }

    [Required(ErrorMessage = "Say what was observed.")]
    public OutcomeClass? Class { get; init; }

    [Range(0d, 100d, ErrorMessage = "ELOS must be at least 0 and at most 100 m.")]
    public double? ElosMetres { get; init; }

    [StringLength(Outcome.SourceLength, ErrorMessage = "At most 200 characters.")]
    public string? Source { get; init; }
}
