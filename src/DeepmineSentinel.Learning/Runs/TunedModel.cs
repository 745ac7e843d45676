namespace DeepmineSentinel.Learning.Runs;

/// <summary>The model that a run ends with.</summary>
/// <param name="ModelName">Its name.</param>
/// <param name="BestParams">Its hyper-parameters.</param>
/// <param name="BestScore">Its best validation loss.</param>
public sealed record TunedModel(string ModelName, IReadOnlyDictionary<string, string> BestParams, double BestScore);
