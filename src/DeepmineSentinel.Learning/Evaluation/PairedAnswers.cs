namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>What one run answered on the samples that all runs share.</summary>
/// <param name="Conditions">Probabilities of the classes, by sample; null: none.</param>
/// <param name="Answers">Class answered, by sample; -1: none.</param>
/// <param name="Forecasts">Probabilities of failing within each horizon, by sample; null: none.</param>
internal sealed record PairedAnswers(
    IReadOnlyList<double>?[] Conditions,
    int[] Answers,
    IReadOnlyList<double>?[] Forecasts
);
