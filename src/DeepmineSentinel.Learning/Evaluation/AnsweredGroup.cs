using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>What several models said of the same samples: of one network's held-out stopes, or of all folds' together.</summary>
/// <param name="Samples">The samples, those of a stope side by side and in order of time.</param>
/// <param name="Models">The network first, then the others.</param>
/// <param name="Notes">Why a model is missing, a sentence each.</param>
public sealed record AnsweredGroup(
    IReadOnlyList<Sample> Samples,
    IReadOnlyList<AnsweredSamples> Models,
    IReadOnlyList<string> Notes
)
{
    /// <summary>The network itself.</summary>
    public AnsweredSamples Network => Models[0];

    /// <summary>Asks the baselines what the network was asked.</summary>
    /// <param name="scored">Samples with the network's logits.</param>
    /// <param name="answering">What turns logits into probabilities.</param>
    /// <param name="baselines">Fitted on training stopes.</param>
    public static AnsweredGroup Of(
        ScoredSamples scored,
        (ModelCalibration Calibration, LabelPlan Plan) answering,
        FittedBaselines baselines
    ) =>
        new(
            scored.Samples,
            [
                AnsweredSamples.OfNetwork(scored, answering.Calibration, answering.Plan),
                .. baselines.Usable.Select(baseline =>
                    AnsweredSamples.OfBaseline(baseline, scored.Set, scored.Positions)
                ),
            ],
            baselines.Notes
        );

    /// <summary>The answers of all folds as one; a model that is missing in a fold does not answer there.</summary>
    public static AnsweredGroup Pool(IReadOnlyList<AnsweredGroup> folds)
    {
        string[] names = [.. folds.SelectMany(fold => fold.Models).Select(model => model.Name).Distinct()];
        return new AnsweredGroup(
            [.. folds.SelectMany(fold => fold.Samples)],
            [.. names.Select(name => PoolOne(folds, name))],
            [.. folds.SelectMany(fold => fold.Notes).Distinct()]
        );
    }

    private static AnsweredSamples PoolOne(IReadOnlyList<AnsweredGroup> folds, string name)
    {
        AnsweredSamples[] parts =
        [
            .. folds.Select(fold =>
                fold.Models.FirstOrDefault(model => model.Name == name) ?? Silent(name, fold.Samples.Count)
            ),
        ];
        return new AnsweredSamples(
            name,
            [.. parts.SelectMany(part => part.Conditions)],
            [.. parts.SelectMany(part => part.Answers)],
            [.. parts.SelectMany(part => part.Forecasts)]
        )
        {
            Sets = parts.All(part => part.Sets is not null) ? [.. parts.SelectMany(part => part.Sets!)] : null,
        };
    }

    private static AnsweredSamples Silent(string name, int count) =>
        new(name, new double[]?[count], [.. Enumerable.Repeat(Sample.NoLabel, count)], new double[]?[count]);
}
