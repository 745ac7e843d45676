using System.Globalization;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Scores the network and every baseline on the same samples: the one path for training, gate, command and page.</summary>
public static class Evaluator
{
    private const int FewStopes = 30;

    /// <summary>Evaluates a group of stopes.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="scored">Its samples with the network's logits.</param>
    /// <param name="answering">What turns logits into probabilities.</param>
    /// <param name="baselines">Fitted on training stopes.</param>
    public static EvaluationResult Evaluate(
        string group,
        ScoredSamples scored,
        (ModelCalibration Calibration, LabelPlan Plan) answering,
        FittedBaselines baselines
    )
    {
        int stopes = scored.Positions.Select(position => scored.Set.Samples[position].StopeIndex).Distinct().Count();
        AnsweredSamples[] answers =
        [
            AnsweredSamples.OfNetwork(scored, answering.Calibration, answering.Plan),
            .. baselines.Usable.Select(baseline => AnsweredSamples.OfBaseline(baseline, scored.Set, scored.Positions)),
        ];
        return new EvaluationResult(
            group,
            stopes,
            [.. answers.Select(answered => Scores(scored, answers[0], answered))],
            [.. NotesOf(group, stopes), .. baselines.Notes]
        );
    }

    private static ModelEvaluation Scores(ScoredSamples scored, AnsweredSamples network, AnsweredSamples answered)
    {
        bool isNetwork = ReferenceEquals(network, answered);
        return new ModelEvaluation
        {
            Name = answered.Name,
            Condition = ConditionScorer.Score(scored.Set, scored.Positions, answered),
            Forecast = HorizonScorer.Score(scored.Set, scored.Positions, answered),
            NetworkCondition = isNetwork ? null : LossDifference.OfCondition(scored, network, answered),
            NetworkForecast = isNetwork ? null : LossDifference.OfForecast(scored, network, answered),
        };
    }

    private static IEnumerable<string> NotesOf(string group, int stopes)
    {
        if (stopes < FewStopes)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The {group} group has {stopes} stopes: differences between models may be chance."
            );
        }

        if (group == EvaluationResult.ValidationGroup)
        {
            yield return "These stopes also stopped the training or calibrated: the numbers are optimistic.";
        }
    }
}
