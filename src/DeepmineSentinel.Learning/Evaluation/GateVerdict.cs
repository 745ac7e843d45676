namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Whether a run may answer without a person having looked at it.</summary>
/// <param name="Passed">Whether it may.</param>
/// <param name="Judged">False: there was nothing to judge it by, so a person decides.</param>
/// <param name="Reasons">What was found, a sentence each.</param>
public sealed record GateVerdict(bool Passed, bool Judged, IReadOnlyList<string> Reasons);
