namespace DeepmineSentinel.Data.ArtifactFiles.Inventory;

/// <summary>What room in <c>models/</c> is taken for.</summary>
public enum UsageKind
{
    /// <summary>Weights of a run.</summary>
    Weights,

    /// <summary>Resumable states of a run.</summary>
    Checkpoints,

    /// <summary>Report, drawings and training log of a run.</summary>
    Reports,

    /// <summary>Metadata, components, metrics and manifest of a run.</summary>
    Records,

    /// <summary>Data that runs learnt from.</summary>
    Snapshots,

    /// <summary>Trials of searches.</summary>
    Experiments,

    /// <summary>What folds of evaluations said.</summary>
    Evaluations,

    /// <summary>Compressed runs.</summary>
    Archives,

    /// <summary>Exports whose place nobody named.</summary>
    Exports,

    /// <summary>What a crash left; swept at the next start, or a day later where it may still be written.</summary>
    Leftovers,

    /// <summary>Everything else.</summary>
    Other,
}
