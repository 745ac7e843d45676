using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets.Cases;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>Scores candidates on the same held-out cases; intervals draw groups of equal inputs, the same for all.</summary>
internal sealed class CaseScorer(int[] labels, int[] groups, IReadOnlyList<CaseFold> folds)
{
    private const long CalibrationSeed = 42;
    private static readonly int States = Enum.GetValues<OutcomeClass>().Length;
    private readonly StopeDraws draws = new(groups, new BootstrapOptions());

    public CaseCandidate Of(CaseHeldOut candidate, CaseHeldOut reference)
    {
        CaseCandidate scored = new()
        {
            Name = candidate.Model.Name,
            Description = candidate.Model.Description,
            IsInSample = candidate.Model.IsInSample,
            Chosen = candidate.Chosen,
            Likeliest = CaseScores.Of(labels, candidate.Likeliest, States, draws),
        };
        return candidate.HasProbabilities ? WithProbabilities(scored, candidate, Losses(reference)) : scored;
    }

    private CaseCandidate WithProbabilities(CaseCandidate scored, CaseHeldOut candidate, double[] referenceLosses)
    {
        double[][] probabilities = [.. candidate.Probabilities.Select(said => said!)];
        double[] losses = Losses(candidate);
        double[] notStable = [.. probabilities.Select(said => 1 - said[0])];
        bool[] wasNotStable = [.. labels.Select(label => label > 0)];
        MetricInterval interval = draws.Interval(weights => WeightedScores.Mean(losses, weights));
        return scored with
        {
            Weighed = CaseScores.Of(labels, candidate.Weighed, States, draws),
            LogLoss = losses.Average(),
            LogLossInterval = [interval.Lower, interval.Upper],
            Difference = Difference(losses, referenceLosses),
            FoldLogLoss = folds.ToDictionary(fold => fold.Name, fold => fold.HeldOut.Average(i => losses[i])),
            Auc = BinaryScores.Auc(notStable, wasNotStable),
            Brier = ClassScores.Brier(probabilities, labels),
            CalibrationError = Calibration.ExpectedError(notStable, wasNotStable),
            CalibrationPoint = Calibration.PerfectPoint(notStable, CalibrationSeed),
            NotStableReliability = Calibration.Curve(notStable, wasNotStable),
            FailureReliability = Calibration.Curve(
                [.. probabilities.Select(said => said[^1])],
                [.. labels.Select(label => label == States - 1)]
            ),
            Coverage = Coverage(candidate),
            MeanSetSize = candidate.Sets[0] is null ? null : candidate.Sets.Average(set => set!.Count(isIn => isIn)),
        };
    }

    private LossDifference Difference(double[] losses, double[] reference)
    {
        double[] differences = [.. losses.Select((loss, i) => loss - reference[i])];
        MetricInterval interval = draws.Interval(weights => WeightedScores.Mean(differences, weights));
        return new LossDifference(differences.Average(), interval.Lower, interval.Upper);
    }

    private CaseCoverage[]? Coverage(CaseHeldOut candidate)
    {
        if (candidate.Sets[0] is null)
        {
            return null;
        }

        return
        [
            .. Enum.GetValues<OutcomeClass>()
                .Select(state =>
                {
                    bool[] covered =
                    [
                        .. labels
                            .Select((label, i) => (label, i))
                            .Where(pair => pair.label == (int)state)
                            .Select(pair => candidate.Sets[pair.i]![(int)state]),
                    ];
                    return Coverage(state, covered);
                }),
        ];
    }

    private static CaseCoverage Coverage(OutcomeClass state, bool[] covered)
    {
        double wanted = 1 - ModelCalibration.MissRate;
        double spread = Math.Sqrt(wanted * ModelCalibration.MissRate / covered.Length);
        return new CaseCoverage(
            state.ToString().ToLowerInvariant(),
            covered.Length,
            covered.Count(isIn => isIn) / (double)covered.Length,
            wanted - (1.96 * spread)
        );
    }

    private double[] Losses(CaseHeldOut candidate) =>
        [.. labels.Select((label, i) => -Math.Log(Math.Max(ClassScores.Floor, candidate.Probabilities[i]![label])))];
}
