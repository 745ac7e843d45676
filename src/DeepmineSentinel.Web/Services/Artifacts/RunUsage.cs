using DeepmineSentinel.Data.ArtifactFiles.Inventory;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>What room a run takes.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State">Its state in the registry; unfinished: it never ended; unknown: the registry has no row of it.</param>
/// <param name="Compressed">Whether it is one zip.</param>
/// <param name="Bytes">Bytes by kind; kinds without any are left out.</param>
/// <param name="Total">Bytes in all.</param>
public sealed record RunUsage(
    string RunId,
    string State,
    bool Compressed,
    IReadOnlyDictionary<UsageKind, long> Bytes,
    long Total
);
