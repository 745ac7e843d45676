using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>What a report shows beside the result: <c>run_details.json</c>.</summary>
/// <param name="Data">What the data hold.</param>
/// <param name="Curves">The network's curves on the group that the metrics come from; null: nothing was held out.</param>
public sealed record RunDetails(DataProfile Data, EvaluationCurves? Curves);
