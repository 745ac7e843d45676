using System.Text.Json;
using System.Text.Json.Serialization;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Evaluation.Checks;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>What a run found. Its JSON, with keys in snake_case, is promised to scripts and is <c>metrics.json</c>.</summary>
public sealed record TrainingResult
{
    /// <summary>Names the run.</summary>
    public required string RunId { get; init; }

    /// <summary><c>dual_branch</c>, or <c>case_ensemble</c> for case histories.</summary>
    public string ModelType { get; init; } = "dual_branch";

    /// <summary>What the model answers; results older than this part answer for stopes.</summary>
    public ModelPurpose Purpose { get; init; } = ModelPurpose.Stope;

    /// <summary>Preset, for example compact.</summary>
    public required string Network { get; init; }

    /// <summary>Weights, relative to the folder of all models.</summary>
    public required string ModelPath { get; init; }

    /// <summary>Folder of the run, relative to the folder of all models.</summary>
    public required string ArtifactsPath { get; init; }

    /// <summary>Scalers and encoders, relative to the folder of all models.</summary>
    public required string PreprocessingPath { get; init; }

    /// <summary>
    /// Which stopes <see cref="Metrics"/> were measured on: test, validation or none. Of case histories: source (whole sources
    /// held out) or random (folds).
    /// </summary>
    public required string MetricsGroup { get; init; }

    /// <summary>Metrics of the network; null: not defined on so few stopes.</summary>
    public required IReadOnlyDictionary<string, double?> Metrics { get; init; }

    /// <summary>Always <c>classification</c>.</summary>
    public string TaskType { get; init; } = "classification";

    /// <summary>Labels learnt: dated or undated, and whether the data were generated.</summary>
    public required string DataType { get; init; }

    /// <summary>Input features of the network.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>Features used: all of them, unless some were selected.</summary>
    public required int SelectedFeatureCount { get; init; }

    /// <summary>Counts by true class, then answered class; null where there is no condition head or nothing held out.</summary>
    public ConfusionTable? ConfusionMatrix { get; init; }

    /// <summary>Rise of the mean log-loss when a feature is dealt out anew, largest first; empty where no stopes were left to measure it on.</summary>
    public IReadOnlyDictionary<string, double> FeatureImportance { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// Lowest log-loss of the models compared, the oracle aside, on validation stopes: choosing on test stopes would spoil
    /// them. Null: there are no validation stopes with labels.
    /// </summary>
    public string? BestModelName { get; init; }

    /// <summary>Which stopes <see cref="BestModelName"/> was chosen on: validation; null: it was not chosen.</summary>
    public string? BestModelChosenOn { get; init; }

    /// <summary>Names of all models compared, the network first.</summary>
    public required IReadOnlyList<string> TrainedModels { get; init; }

    /// <summary>The network and every baseline on each group of stopes.</summary>
    public required IReadOnlyList<EvaluationResult> EvaluationResults { get; init; }

    /// <summary>The same for a model of case histories, which has no stopes; absent for the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaseEvaluation? CaseHistories { get; init; }

    /// <summary>The network as trained.</summary>
    public required TunedModel TunedModel { get; init; }

    /// <summary>The options of the run, as a configuration file has them.</summary>
    public required IReadOnlyDictionary<string, JsonElement> BestConfig { get; init; }

    /// <summary>The search that the run is the best of; null: none.</summary>
    public SearchSummary? Search { get; init; }

    /// <summary>Names of the features used.</summary>
    public required IReadOnlyList<string> SelectedFeatures { get; init; }

    /// <summary>What the gate found.</summary>
    public required GateVerdict Gate { get; init; }

    /// <summary>What is odd about labels and data; empty: nothing, or the run is older than these checks.</summary>
    public IReadOnlyList<DataFinding> Findings { get; init; } = [];

    /// <summary>SHA-256 of the data.</summary>
    public required string DataHash { get; init; }

    /// <summary>Whether the data were generated.</summary>
    public required bool TrainedOnSynthetic { get; init; }

    /// <summary>Count of trained numbers.</summary>
    public required long Parameters { get; init; }

    /// <summary>Engine and numerics version.</summary>
    public required string Engine { get; init; }

    /// <summary>Names of the mines it learnt from, sorted.</summary>
    public IReadOnlyList<string> Mines { get; init; } = [];

    /// <summary>Run whose weights this one started from; null: none.</summary>
    public string? ParentRunId { get; init; }

    /// <summary>End of training, UTC.</summary>
    public required DateTime TrainedAt { get; init; }

    /// <summary>Epochs run, and which was the best, by member.</summary>
    public required IReadOnlyList<MemberSummary> Members { get; init; }

    /// <summary>Everything a reader must know before believing the numbers.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
