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
    ) => Evaluate(group, AnsweredGroup.Of(scored, answering, baselines));

    /// <summary>Evaluates what several models said.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="answers">Their answers.</param>
    public static EvaluationResult Evaluate(string group, AnsweredGroup answers)
    {
        int stopes = answers.Samples.Select(sample => sample.StopeIndex).Distinct().Count();
        return new EvaluationResult(
            group,
            stopes,
            [.. answers.Models.Select(answered => Scores(answers, answered))],
            [.. NotesOf(group, stopes), .. answers.Notes]
        );
    }

    private static ModelEvaluation Scores(AnsweredGroup answers, AnsweredSamples answered)
    {
        bool isNetwork = ReferenceEquals(answers.Network, answered);
        return new ModelEvaluation
        {
            Name = answered.Name,
            Condition = ConditionScorer.Score(answers.Samples, answered),
            Forecast = HorizonScorer.Score(answers.Samples, answered),
            NetworkCondition = isNetwork
                ? null
                : LossDifference.OfCondition(answers.Samples, answers.Network, answered),
            NetworkForecast = isNetwork ? null : LossDifference.OfForecast(answers.Samples, answers.Network, answered),
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
