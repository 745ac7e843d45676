using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>Something simple that the network must beat. Fit it once, on training stopes alone, then ask it.</summary>
public interface IBaseline
{
    /// <summary>Name in reports, snake_case; it never changes once released.</summary>
    string Name { get; }

    /// <summary>Fits the baseline.</summary>
    /// <param name="samples">All samples.</param>
    /// <param name="trainingStopes">Indices of the stopes that may be looked at.</param>
    /// <returns>Why it cannot be used on these data, as a sentence; null where it can.</returns>
    string? Fit(SampleSet samples, IReadOnlyList<int> trainingStopes);

    /// <summary>Probabilities of the set's classes, which sum to 1; null where this baseline says nothing of the condition.</summary>
    double[]? PredictCondition(SampleSet samples, Sample sample);

    /// <summary>
    /// The class answered, -1 where there are no probabilities: the likeliest one, but for a rule that has its own answer.
    /// </summary>
    int AnswerCondition(SampleSet samples, Sample sample) =>
        PredictCondition(samples, sample) is { } probabilities ? ClassScores.Answer(probabilities) : Sample.NoLabel;

    /// <summary>
    /// Probability of failing within each horizon, never falling; null where this baseline says nothing of hazards.
    /// </summary>
    double[]? PredictForecast(SampleSet samples, Sample sample);
}
