namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Three marks by which a change made by another process is noticed.</summary>
internal sealed record RegistryState(string? ProductionRunId, int NewestVersion, int NewestImport);
