using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.ViewModels.ModelVersions;

/// <summary>Versions, newest first, with what people call them.</summary>
public sealed record ModelListViewModel(IReadOnlyList<ModelListRow> Rows)
{
    /// <summary>Versions that roll back would return to, at most one a purpose.</summary>
    public IEnumerable<ModelVersion> Previous =>
        Rows.Select(row => row.Version)
            .Where(version => version.State == ModelVersionState.Previous)
            .OrderBy(version => version.Purpose);
}
