namespace DeepmineSentinel.Core.Stopes;

/// <summary>One thing wrong with one field of one record.</summary>
/// <param name="Field">Column name as in files.</param>
/// <param name="Reason">What is allowed, as the end of a sentence that starts with the field.</param>
public sealed record FieldProblem(string Field, string Reason);
