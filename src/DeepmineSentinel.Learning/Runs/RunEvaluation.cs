using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Checks;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Calibration and scores of a trained network.</summary>
internal sealed record RunEvaluation(
    ModelCalibration Calibration,
    IReadOnlyList<EvaluationResult> Groups,
    GateVerdict Gate
)
{
    /// <summary>What is odd about labels and data; empty: nothing.</summary>
    public IReadOnlyList<DataFinding> Findings { get; init; } = [];

    /// <summary>How much worse the network answers without each feature; empty: no stopes to measure it on.</summary>
    public IReadOnlyDictionary<string, double> Importance { get; init; } = new Dictionary<string, double>();

    /// <summary>The network's curves on the reported group; null: nothing was held out.</summary>
    public EvaluationCurves? Curves { get; init; }

    /// <summary>What trials are chosen by; null: no validation stopes with labels.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>Stopes that stopped the training or calibrated; null: none.</summary>
    public EvaluationResult? Validation =>
        Groups.FirstOrDefault(group => group.Group == EvaluationResult.ValidationGroup);

    /// <summary>What the network said of held-out stopes, sample by sample; null: none were held out.</summary>
    public HeldOutPredictions? HeldOut { get; init; }

    /// <summary>Held-out stopes; null: none.</summary>
    public EvaluationResult? Test => Groups.FirstOrDefault(group => group.Group == EvaluationResult.TestGroup);

    /// <summary>The group that the run's own metrics are taken from; null: none.</summary>
    public EvaluationResult? Reported => Test ?? (Groups.Count > 0 ? Groups[0] : null);

    public static RunEvaluation Of(PreparedData data, NetworkEnsemble networks, CancellationToken token)
    {
        ScoredSamples calibrating = Score(data, networks, data.Split.Calibrate, token);
        ModelCalibration calibration = Calibrator.Fit(calibrating, data.Plan);
        FittedBaselines baselines = FittedBaselines.Fit(BaselinesFor(data), data.Set, data.Split.Train);
        int[] validation = [.. data.Split.Stop.Union(data.Split.Calibrate).Order()];
        List<EvaluationResult> groups = [];
        EvaluationCurves? curves = null;
        HeldOutPredictions? heldOut = null;
        foreach ((string name, IReadOnlyList<int> stopes) in GroupsOf(data.Split.Test, validation))
        {
            ScoredSamples scored = Score(data, networks, stopes, token);
            groups.Add(Evaluator.Evaluate(name, scored, (calibration, data.Plan), baselines));
            curves ??= CurveTracer.Trace(name, scored, (calibration, data.Plan));
            heldOut =
                name == EvaluationResult.TestGroup ? HeldOutPredictions.Of(scored, calibration, data.Plan) : heldOut;
        }

        EvaluationResult? test = groups.FirstOrDefault(group => group.Group == EvaluationResult.TestGroup);
        IReadOnlyList<DataFinding> findings = DataFindings.Of(data.Set, groups.FirstOrDefault());
        (IReadOnlyList<int> unseen, SampleTable table) = data.Encode([.. validation, .. data.Split.Test]);
        return new RunEvaluation(
            calibration,
            groups,
            Evaluation.Gate.Judge(test, "majority", "physics_rule").Doubting(findings)
        )
        {
            Findings = findings,
            Curves = curves,
            ValidationLoss = ValidationLossOf(data, networks, token),
            HeldOut = heldOut,
            Importance = PermutationImportance.Measure(
                networks,
                (data.Set, unseen, table),
                (calibration, data.Plan),
                data.Encoder,
                token
            ),
        };
    }

    /// <summary>What trials are chosen by; null: no validation stopes with labels.</summary>
    public static double? ValidationLossOf(PreparedData data, NetworkEnsemble networks, CancellationToken token) =>
        Evaluation.ValidationLoss.Of(data.Sets.Stop, NetworkScoring.Score(networks, data.Sets.Stop, token), data.Plan);

    // The oracle is printed beside the baselines of generated data; the gate never asks for it.
    private static IReadOnlyList<IBaseline> BaselinesFor(PreparedData data) =>
        data.IsSynthetic ? [.. BaselineSet.Create(), new DemoOracle()] : BaselineSet.Create();

    private static ScoredSamples Score(
        PreparedData data,
        NetworkEnsemble networks,
        IReadOnlyList<int> stopes,
        CancellationToken token
    )
    {
        (IReadOnlyList<int> positions, SampleTable table) = data.Encode(stopes);
        return new ScoredSamples(data.Set, positions, NetworkScoring.Score(networks, table, token));
    }

    private static IEnumerable<(string, IReadOnlyList<int>)> GroupsOf(IReadOnlyList<int> test, int[] validation)
    {
        if (test.Count > 0)
        {
            yield return (EvaluationResult.TestGroup, test);
        }

        if (validation.Length > 0)
        {
            yield return (EvaluationResult.ValidationGroup, validation);
        }
    }
}
