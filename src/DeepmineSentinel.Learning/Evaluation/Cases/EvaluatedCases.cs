namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>An evaluation with what the product's candidate said of every case while it was held out.</summary>
/// <param name="Evaluation">The figures.</param>
/// <param name="Product">Answers with whole sources held out; by random folds where no source can be.</param>
internal sealed record EvaluatedCases(CaseEvaluation Evaluation, CaseHeldOut Product);
