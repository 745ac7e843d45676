using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Notes of a stope with the form for another.</summary>
/// <param name="StopeId">The stope.</param>
/// <param name="Zone">Zone that moments are shown in.</param>
/// <param name="Notes">Newest first.</param>
public sealed record StopeNotesViewModel(int StopeId, string Zone, IReadOnlyList<StopeNote> Notes)
{
    /// <summary>What was typed and refused; null: nothing was.</summary>
    public string? Typed { get; init; }
}
