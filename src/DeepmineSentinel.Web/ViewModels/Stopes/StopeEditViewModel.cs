using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>The form with what it needs around it.</summary>
public sealed record StopeEditViewModel
{
    public required StopeForm Form { get; init; }

    public required IReadOnlyList<Mine> Mines { get; init; }

    /// <summary>The stope that is edited; null: a new one.</summary>
    public Stope? Stope { get; init; }

    public string Address => Stope is null ? "/stopes/new" : $"/stopes/{Stope.Id}/edit";
}
