using System.Globalization;
using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>The form of a mine with what it needs around it.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Mine">The mine as it is stored; null: a new one.</param>
/// <param name="Entries">Who did what to it, newest first; none of a new one.</param>
public sealed record MineEditViewModel(MineForm Form, Mine? Mine, IReadOnlyList<AuditEntry> Entries)
{
    public string Address =>
        Mine is null ? "/mines/new" : string.Create(CultureInfo.InvariantCulture, $"/mines/{Mine.Id}/edit");
}
