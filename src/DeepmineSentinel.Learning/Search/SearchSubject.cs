namespace DeepmineSentinel.Learning.Search;

/// <summary>What all trials of a search have in common beside their fixed choices.</summary>
/// <param name="Data">Tells the data: a hash of their content and of how they were read.</param>
/// <param name="Engine">Engine with its numerics version.</param>
public sealed record SearchSubject(string Data, string Engine);
