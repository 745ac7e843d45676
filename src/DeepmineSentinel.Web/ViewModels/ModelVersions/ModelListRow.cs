using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.ViewModels.ModelVersions;

/// <summary>One version of the list.</summary>
/// <param name="Version">The version.</param>
/// <param name="Title">Network, purpose, mine and date.</param>
public sealed record ModelListRow(ModelVersion Version, string Title);
