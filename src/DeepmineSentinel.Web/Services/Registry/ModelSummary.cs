using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>A version as scripts read it.</summary>
internal sealed record ModelSummary
{
    public required string RunId { get; init; }

    /// <summary>Network, purpose, mine and date, for people.</summary>
    public required string Title { get; init; }
    public required ModelVersionState State { get; init; }
    public required ModelPurpose Purpose { get; init; }
    public required string Network { get; init; }
    public required string Engine { get; init; }
    public required long Parameters { get; init; }
    public required string DataHash { get; init; }
    public required bool TrainedOnSynthetic { get; init; }
    public required DateTime TrainedAt { get; init; }
    public required string RegisteredBy { get; init; }
    public required IReadOnlyList<string> Mines { get; init; }
    public required string? ParentRunId { get; init; }
    public required bool Pinned { get; init; }
    public required DateTime? ArchivedAt { get; init; }
    public required string? ArchivedReason { get; init; }
    public required DateTime? PromotedAt { get; init; }
    public required bool GatePassed { get; init; }
    public required string GateReasons { get; init; }
    public required string? Notes { get; init; }
    public required IReadOnlyDictionary<string, double?> Metrics { get; init; }

    public static ModelSummary Of(ModelVersion version)
    {
        TrainingResult result = JsonSerializer.Deserialize<TrainingResult>(
            version.Metrics,
            ArtifactJson.ResultOptions
        )!;
        return new ModelSummary
        {
            RunId = version.RunId,
            Title = RunTitle.Of(version.Network, version.Purpose, result.Mines, version.TrainedAt),
            State = version.State,
            Purpose = version.Purpose,
            Network = version.Network,
            Engine = version.Engine,
            Parameters = version.Parameters,
            DataHash = version.DataHash,
            TrainedOnSynthetic = version.TrainedOnSynthetic,
            TrainedAt = version.TrainedAt,
            RegisteredBy = version.RegisteredBy,
            Mines = result.Mines,
            ParentRunId = version.ParentRunId,
            Pinned = version.Pinned,
            ArchivedAt = version.ArchivedAt,
            ArchivedReason = version.ArchivedReason,
            PromotedAt = version.PromotedAt,
            GatePassed = version.GatePassed,
            GateReasons = version.GateReasons,
            Notes = version.Notes,
            Metrics = result.Metrics,
        };
    }
}
