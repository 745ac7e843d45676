using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Where a version stands, without what it measured.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State">Where it stands.</param>
public sealed record VersionPlace(string RunId, ModelVersionState State);
