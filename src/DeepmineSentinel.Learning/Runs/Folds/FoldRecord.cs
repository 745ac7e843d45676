using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Folds;
using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Runs.Folds;

/// <summary>What one fold's models said of its test samples, in the order of these; JSON.</summary>
public sealed record FoldRecord
{
    /// <summary>Test samples, to know that the record fits.</summary>
    public required int Samples { get; init; }

    /// <summary>The models, the network first.</summary>
    public required IReadOnlyList<AnsweredSamples> Models { get; init; }

    /// <summary>Why a model is missing, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Best epoch of each member of the network.</summary>
    public required IReadOnlyList<int> BestEpochs { get; init; }

    /// <summary>Temperatures of condition and hazard.</summary>
    public required IReadOnlyList<double> Temperatures { get; init; }

    /// <summary>Stope of each sample that importance was measured on.</summary>
    public required IReadOnlyList<int> ImportanceStopes { get; init; }

    /// <summary>Rise of each of these samples' loss, by feature.</summary>
    public required IReadOnlyList<FeatureRises> Importance { get; init; }

    /// <summary>What the range check of the network says of each sample.</summary>
    public required IReadOnlyList<RangeVerdict> Ranges { get; init; }

    /// <summary>Seconds it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The answers with their samples.</summary>
    internal AnsweredGroup With(IReadOnlyList<Sample> samples) => new(samples, Models, Notes);
}
