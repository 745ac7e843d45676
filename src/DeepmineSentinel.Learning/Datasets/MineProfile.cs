namespace DeepmineSentinel.Learning.Datasets;

/// <summary>A mine of the data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsSynthetic">Whether it was generated.</param>
/// <param name="Stopes">Its stopes.</param>
public sealed record MineProfile(string Name, bool IsSynthetic, int Stopes);
