namespace DeepmineSentinel.Learning.Evaluation.Folds;

/// <summary>How much a network leans on one feature, over all folds.</summary>
/// <param name="Name">Name of the feature.</param>
/// <param name="Rise">Mean rise of the loss of a held-out sample when the feature is dealt out anew within the same part of the calendar.</param>
/// <param name="Lower">Lower end of its 95 % interval, stopes resampled.</param>
/// <param name="Upper">Upper end.</param>
public sealed record MeasuredImportance(string Name, double Rise, double Lower, double Upper);
