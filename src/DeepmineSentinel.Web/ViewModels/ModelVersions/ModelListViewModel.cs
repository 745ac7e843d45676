using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.ViewModels.ModelVersions;

/// <summary>Versions, newest first, with what people call them.</summary>
public sealed record ModelListViewModel(IReadOnlyList<ModelListRow> Rows)
{
    /// <summary>Version that roll back would return to; null: none.</summary>
    public ModelVersion? Previous =>
        Rows.FirstOrDefault(row => row.Version.State == ModelVersionState.Previous)?.Version;
}
