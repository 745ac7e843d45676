using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Artifacts.Cases;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Networks.Cases;

namespace DeepmineSentinel.Learning.Runs.Cases;

/// <summary>A run on case histories that has been trained and evaluated, before anything is written.</summary>
internal sealed record FinishedCaseRun(CaseRunRequest Request, FittedEnsemble Ensemble, EvaluatedCases Evaluated)
{
    private IReadOnlyList<MemberSummary>? summaries;

    public required string Chosen { get; init; }
    public required DateTime StartedAt { get; init; }
    public required DateTime TrainedAt { get; init; }
    public required TimeSpan TrainingTime { get; init; }
    public required CaseProbe Probe { get; init; }

    /// <summary>Weights of all networks in one list.</summary>
    public IReadOnlyList<WeightArray> Weights =>
        ModelWeights.Join([.. Ensemble.Networks.Members.Select(member => NetworkWeights.CopyOf(member))]);

    /// <summary>Count of trained numbers of networks and logit.</summary>
    public long Parameters => Weights.Sum(array => (long)array.Values.Length) + Ensemble.Logit.Logit.Parameters.Count;

    /// <summary>How each network was trained; its loss is the log-loss on the cases it learnt from, before the temperature.</summary>
    public IReadOnlyList<MemberSummary> Summaries => summaries ??= [.. Ensemble.Networks.Members.Select(SummaryOf)];

    private MemberSummary SummaryOf(CaseNetwork network, int member)
    {
        double[][] rows = [.. Request.Cases.Select(Ensemble.Networks.Inputs.Row)];
        double[][] said =
        [
            .. CaseProbabilities.LogOdds(network, rows).Select(odds => CaseProbabilities.Of(odds[0], odds[1])),
        ];
        int[] labels = [.. Request.Cases.Select(history => (int)history.State)];
        int steps = Request.Options.Models.Training.Steps;
        double seconds = TrainingTime.TotalSeconds / Ensemble.Networks.Members.Count;
        return new MemberSummary(member, steps, steps, ClassScores.LogLoss(said, labels), seconds);
    }
}
