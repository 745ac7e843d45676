using DeepmineSentinel.Learning.Evaluation.Cases;

namespace DeepmineSentinel.Web.Services.Cases;

/// <summary>An evaluation with what it was made of.</summary>
/// <param name="DataSha256">SHA-256 of the cases.</param>
/// <param name="Remarks">What is odd in the cases.</param>
/// <param name="Evaluation">The figures.</param>
public sealed record CaseEvaluationReport(string DataSha256, IReadOnlyList<string> Remarks, CaseEvaluation Evaluation);
