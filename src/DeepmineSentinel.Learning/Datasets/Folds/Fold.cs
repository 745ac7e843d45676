namespace DeepmineSentinel.Learning.Datasets.Folds;

/// <summary>One division of the data: four groups of stopes of which no two share one.</summary>
/// <param name="Name">What is held out, for people.</param>
/// <param name="Set">The samples; held out by time it has labels up to the split, of test stopes later ones alone.</param>
/// <param name="Split">Who trains, stops, calibrates and tests.</param>
public sealed record Fold(string Name, SampleSet Set, StopeSplit Split);
