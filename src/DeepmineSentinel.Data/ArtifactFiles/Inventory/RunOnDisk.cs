using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Data.ArtifactFiles.Inventory;

/// <summary>A run's folder, or its compressed form, as it lies on disk; nothing of it was verified.</summary>
public sealed record RunOnDisk
{
    /// <summary>The run.</summary>
    public required RunId Id { get; init; }

    /// <summary>Whether it has a manifest; without one it is a run that has not ended, or never will.</summary>
    public required bool IsSealed { get; init; }

    /// <summary>Whether it is one zip file in <c>models/archive/</c>.</summary>
    public bool IsCompressed { get; init; }

    /// <summary>Bytes of resumable states, which a finished run needs no more.</summary>
    public long Checkpoints { get; init; }

    /// <summary>Snapshot that its manifest names; null: none, or no whole manifest.</summary>
    public string? DataSnapshot { get; init; }

    /// <summary>When it was sealed or unpacked here, else when any file of it changed last; UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>Bytes by kind; kinds without any are left out.</summary>
    public required IReadOnlyDictionary<UsageKind, long> Bytes { get; init; }

    /// <summary>Bytes in all.</summary>
    public long Total => Bytes.Values.Sum();
}
