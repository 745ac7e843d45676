namespace DeepmineSentinel.Learning.Datasets;

/// <summary>One group of a split.</summary>
/// <param name="Group">train, stop, calibrate or test.</param>
/// <param name="Stopes">Stopes in it.</param>
/// <param name="Samples">Their samples.</param>
/// <param name="Classes">Stopes by the class they are counted by.</param>
public sealed record GroupProfile(string Group, int Stopes, int Samples, IReadOnlyDictionary<string, int> Classes);
