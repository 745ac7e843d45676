namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>One thing wrong with a reading.</summary>
/// <param name="Column">The member; empty where the whole reading is meant.</param>
/// <param name="Reason">What is allowed, as the end of a sentence that starts with the column.</param>
internal sealed record ReadingProblem(string Column, string Reason);
