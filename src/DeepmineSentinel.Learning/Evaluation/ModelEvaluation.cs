namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>One model on one group of stopes.</summary>
public sealed record ModelEvaluation
{
    /// <summary>Name of the network itself among the models compared.</summary>
    public const string NetworkName = "network";

    /// <summary>Name of the generator's own knowledge, beside generated data.</summary>
    public const string OracleName = "oracle";

    /// <summary>Name of a network that sees no readings.</summary>
    public const string StaticBranchName = "static_branch";

    /// <summary>Name of a network that sees readings alone.</summary>
    public const string SeriesBranchName = "series_branch";

    /// <summary>Name of the model.</summary>
    public required string Name { get; init; }

    /// <summary>Condition; null: the model does not answer it, or no sample has a label.</summary>
    public ConditionScores? Condition { get; init; }

    /// <summary>Forecast by horizon; empty: the model does not answer it.</summary>
    public IReadOnlyList<HorizonScores> Forecast { get; init; } = [];

    /// <summary>The network beside this model, condition; null: this is the network, or too few stopes.</summary>
    public LossDifference? NetworkCondition { get; init; }

    /// <summary>The network beside this model, 7-day forecast; null: this is the network, or too few stopes.</summary>
    public LossDifference? NetworkForecast { get; init; }
}
