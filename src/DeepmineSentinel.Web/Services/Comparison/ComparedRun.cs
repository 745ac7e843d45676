using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Services.Comparison;

/// <summary>One run of a comparison: what it is, what it took, how it learnt.</summary>
public sealed record ComparedRun
{
    public required string RunId { get; init; }

    /// <summary>Network, purpose, mine and date, for people.</summary>
    public required string Title { get; init; }
    public required ModelVersionState State { get; init; }
    public required string Network { get; init; }
    public required string Engine { get; init; }
    public required long Parameters { get; init; }
    public required DateTime TrainedAt { get; init; }
    public required string? ParentRunId { get; init; }
    public required string DataHash { get; init; }
    public required bool TrainedOnSynthetic { get; init; }
    public required bool GatePassed { get; init; }
    public required string? Notes { get; init; }

    /// <summary>Bytes of all files of the manifest; null: the run's folder is gone or damaged.</summary>
    public required long? SizeBytes { get; init; }

    /// <summary>Seconds of training; null: not kept.</summary>
    public required double? TrainingSeconds { get; init; }

    /// <summary>Epochs of the first network.</summary>
    public required int? Epochs { get; init; }

    /// <summary>Epoch with the lowest validation loss of the first network.</summary>
    public required int? BestEpoch { get; init; }

    /// <summary>Networks that answer together.</summary>
    public required int Networks { get; init; }

    /// <summary>What the run measured on its own stopes; these numbers of two runs are not comparable unless the stopes are the same.</summary>
    public required IReadOnlyDictionary<string, double?> OwnMetrics { get; init; }

    /// <summary>Losses by epoch of the first network; empty: the log is gone.</summary>
    public required IReadOnlyList<LossPoint> Curve { get; init; }

    /// <summary>Why the run cannot be compared sample by sample; null: it can.</summary>
    public required string? Problem { get; init; }

    internal static ComparedRun Of(ModelVersion version, TrainingResult result) =>
        new()
        {
            RunId = version.RunId,
            Title = RunTitle.Of(version.Network, version.Purpose, result.Mines, version.TrainedAt),
            State = version.State,
            Network = version.Network,
            Engine = version.Engine,
            Parameters = version.Parameters,
            TrainedAt = version.TrainedAt,
            ParentRunId = version.ParentRunId,
            DataHash = version.DataHash,
            TrainedOnSynthetic = version.TrainedOnSynthetic,
            GatePassed = version.GatePassed,
            Notes = version.Notes,
            SizeBytes = null,
            TrainingSeconds = result.Metrics.GetValueOrDefault("execution_time"),
            Epochs = result.Members.Count > 0 ? result.Members[0].Epochs : null,
            BestEpoch = result.Members.Count > 0 ? result.Members[0].BestEpoch : null,
            Networks = result.Members.Count,
            OwnMetrics = result.Metrics,
            Curve = [],
            Problem = null,
        };
}
