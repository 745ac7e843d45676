using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>Says of every sample what is so of the training samples on the whole.</summary>
public sealed class Majority : IBaseline
{
    private double[]? classes;
    private double[]? forecast;

    /// <inheritdoc/>
    public string Name => "majority";

    /// <inheritdoc/>
    public string? Fit(SampleSet samples, IReadOnlyList<int> trainingStopes)
    {
        Sample[] training = [.. samples.SamplesOf(trainingStopes).Select(i => samples.Samples[i])];
        classes = samples.HasCondition ? BaseRates.OfClasses(samples, training) : null;
        forecast = samples.HasHazards ? BaseRates.OfHorizons(training) : null;
        return null;
    }

    /// <inheritdoc/>
    public double[]? PredictCondition(SampleSet samples, Sample sample) => classes;

    /// <inheritdoc/>
    public double[]? PredictForecast(SampleSet samples, Sample sample) => forecast;
}
