namespace DeepmineSentinel.Learning.Features.Cases;

/// <summary>How far a surface lies from the cases.</summary>
/// <param name="Distance">To the nearest case, in spreads of the logarithms.</param>
/// <param name="Warnings">Inputs that lie a little outside, a sentence each.</param>
/// <param name="UnknownReason">Why nothing can be said of it; null: something can.</param>
public sealed record CaseReach(double Distance, IReadOnlyList<string> Warnings, string? UnknownReason);
