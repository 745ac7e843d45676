namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Five marks by which a change made by another process is noticed.</summary>
internal sealed record RegistryState(
    string? ProductionRunId,
    string? RunOfCases,
    int NewestVersion,
    int NewestImport,
    int UndoneImports
);
