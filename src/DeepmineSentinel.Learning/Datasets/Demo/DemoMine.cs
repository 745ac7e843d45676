using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>A generated mine: what anyone may see, and apart from it the truth.</summary>
/// <param name="Stopes">Stopes with readings, events and outcomes, sorted by name; all marked synthetic.</param>
/// <param name="Truth">What is hidden of each stope, in the same order. Nothing that learns may look at it.</param>
public sealed record DemoMine(IReadOnlyList<StopeHistory> Stopes, IReadOnlyList<StopeTruth> Truth);
