using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Followed;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Drift;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.ViewModels.ModelVersions;

public sealed record ModelDetailViewModel
{
    public required ModelVersion Version { get; init; }

    /// <summary>What the run measured, read from the registry's document.</summary>
    public required PagePart<TrainingResult> Result { get; init; }

    /// <summary>What the gate says of it now, beside the baselines and the version in production; nothing where it answers or is archived.</summary>
    public required PagePart<GateVerdict> Verdict { get; init; }

    /// <summary>Versions that answer now and answered before.</summary>
    public required ProductionPointers Pointers { get; init; }

    /// <summary>Moves of the production pointer from or to this version, newest first.</summary>
    public required IReadOnlyList<PointerMove> History { get; init; }

    /// <summary>What became of the forecasts it gave; nothing for a model that gives none.</summary>
    public required PagePart<FollowUpScores> FollowUp { get; init; }

    /// <summary>How inputs have moved since its training; nothing for a model without readings.</summary>
    public required PagePart<DriftReport> Drift { get; init; }

    /// <summary>Whether a person can let it answer.</summary>
    public bool CanPromote => Version.State is ModelVersionState.Candidate or ModelVersionState.Previous;

    /// <summary>Network, purpose, mine and date.</summary>
    public string Title => RunTitle.Of(Version.Network, Version.Purpose, Result.Value?.Mines ?? [], Version.TrainedAt);

    /// <summary>Whether the gate passes it now.</summary>
    public bool Passed => Verdict.Value?.Passed ?? Version.GatePassed;

    /// <summary>What the gate found, a sentence each.</summary>
    public IReadOnlyList<string> GateReasons =>
        Verdict.Value?.Reasons
        ?? Version.GateReasons.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
