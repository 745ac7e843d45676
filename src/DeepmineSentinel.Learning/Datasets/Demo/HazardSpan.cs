namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>Steps of a relative hazard.</summary>
/// <param name="Values">One a step.</param>
/// <param name="KnowsFuture">Whether blasts after the first day are known, as they are to the generator alone.</param>
internal sealed record HazardSpan(double[] Values, bool KnowsFuture);
