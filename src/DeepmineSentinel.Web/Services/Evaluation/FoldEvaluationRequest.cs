using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Evaluation;

/// <summary>What an evaluation by folds is asked for.</summary>
public sealed record FoldEvaluationRequest
{
    /// <summary>Data and network, as training takes them; what training alone knows is not looked at.</summary>
    public required TrainModelOptions Options { get; init; }

    /// <summary>Run whose network and choices are evaluated; null: those of <see cref="Options"/>.</summary>
    public string? RunId { get; init; }

    /// <summary>Number of folds.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>What is held out.</summary>
    public HoldOutBy By { get; init; }

    /// <summary>Whether each branch is trained alone too.</summary>
    public bool BranchesAlone { get; init; } = true;

    /// <summary>Seed that generated data were made with.</summary>
    public long OracleSeed { get; init; } = new DemoMineOptions().Seed;
}
