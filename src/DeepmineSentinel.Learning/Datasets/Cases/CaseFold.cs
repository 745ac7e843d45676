namespace DeepmineSentinel.Learning.Datasets.Cases;

/// <summary>Cases to learn from and cases held out from them.</summary>
/// <param name="Name">What is held out: a source, or the fold's number.</param>
/// <param name="Training">Positions of the cases to learn from.</param>
/// <param name="HeldOut">Positions of the others.</param>
public sealed record CaseFold(string Name, IReadOnlyList<int> Training, IReadOnlyList<int> HeldOut);
