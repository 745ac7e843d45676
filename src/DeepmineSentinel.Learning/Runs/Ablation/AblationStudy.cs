using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Alarms;
using DeepmineSentinel.Learning.Evaluation.Folds;
using DeepmineSentinel.Learning.Runs.Folds;

namespace DeepmineSentinel.Learning.Runs.Ablation;

/// <summary>Evaluates a network again and again with something taken away, each time by the folds of <see cref="CrossValidation"/>.</summary>
public static class AblationStudy
{
    /// <summary>Runs. Computing, hence synchronous: give it a thread of its own.</summary>
    /// <param name="request">What to take away.</param>
    /// <param name="journal">Knows folds that were run before.</param>
    /// <param name="token">Looked at once a batch; folds that ended are kept.</param>
    /// <exception cref="SentinelException">Options or data cannot be used.</exception>
    public static AblationResult Run(AblationRequest request, IFoldJournal journal, CancellationToken token)
    {
        ThrowIfInvalid(request);
        CrossValidationRequest start = request.Base with { Importance = false };
        FoldAnswers whole = CrossValidation.Ask(
            start with
            {
                BranchesAlone = true,
                Progress = Prefixed(start, "inputs"),
            },
            journal,
            token
        );
        CrossValidationResult result = CrossValidation.ResultOf(start, whole);
        List<AblationVariant> variants =
        [
            Of(whole, ModelEvaluation.NetworkName, new(AblationPart.Inputs, "rock mass and readings", null)) with
            {
                IsBase = true,
            },
            Beside(whole, whole, ModelEvaluation.StaticBranchName, new(AblationPart.Inputs, "rock mass only", null)),
            Beside(whole, whole, ModelEvaluation.SeriesBranchName, new(AblationPart.Inputs, "readings only", null)),
        ];
        foreach ((AblationVariant variant, CrossValidationRequest changed) in Changes(request, start, whole))
        {
            variants.Add(Evaluate(variant, changed, whole, journal, token));
        }

        return new AblationResult
        {
            HoldOutBy = result.HoldOutBy,
            Folds = result.Folds.Count,
            Stopes = result.Evaluation.Stopes,
            Samples = result.Samples,
            Mines = result.Mines,
            DataHash = result.DataHash,
            Engine = result.Engine,
            Configuration = result.Configuration,
            Variants = variants,
            Answers = [.. AblationWords.Of(variants)],
            Findings = result.Findings,
            Warnings = result.Warnings,
        };
    }

    private static IEnumerable<(AblationVariant, CrossValidationRequest)> Changes(
        AblationRequest request,
        CrossValidationRequest start,
        FoldAnswers whole
    )
    {
        CrossValidationRequest alone = start with { BranchesAlone = false };
        foreach (int days in request.Windows.Where(days => days != start.Options.Window))
        {
            yield return (
                new(AblationPart.Window, Invariant($"window of {days} days"), days),
                alone with
                {
                    Options = start.Options with { Window = days },
                }
            );
        }

        foreach (double share in request.MissingShares)
        {
            yield return (
                new(AblationPart.Missing, Invariant($"{share:0.##%} of values missing"), share),
                alone with
                {
                    Data = MissingReadings.Without(start.Data, share),
                }
            );
        }

        int most = whole.Folds.Max(fold =>
            fold.Fold.Split.Train.Count + fold.Fold.Split.Stop.Count + fold.Fold.Split.Calibrate.Count
        );
        foreach (int stopes in request.LearningStopes.Where(stopes => stopes < most))
        {
            yield return (
                new(AblationPart.LearningStopes, Invariant($"{stopes} stopes learn"), stopes),
                alone with
                {
                    Folds = start.Folds with { MostLearning = stopes },
                }
            );
        }
    }

    private static AblationVariant Evaluate(
        AblationVariant variant,
        CrossValidationRequest changed,
        FoldAnswers whole,
        IFoldJournal journal,
        CancellationToken token
    )
    {
        try
        {
            FoldAnswers answers = CrossValidation.Ask(
                changed with
                {
                    Progress = Prefixed(changed, variant.Name),
                },
                journal,
                token
            );
            return Beside(answers, whole, ModelEvaluation.NetworkName, variant);
        }
        catch (SentinelException refusal) when (refusal.Kind == FailureKind.InsufficientData)
        {
            return variant with { Refusal = $"{refusal.Code}: {refusal.Message}" };
        }
    }

    private static AblationVariant Beside(
        FoldAnswers changed,
        FoldAnswers whole,
        string name,
        AblationVariant variant
    ) =>
        Of(changed, name, variant) with
        {
            Effect = PairedEffect.Of(
                (changed.Pooled.Samples, changed.Pooled.Models.First(model => model.Name == name)),
                (whole.Pooled.Samples, whole.Pooled.Network)
            ),
        };

    private static AblationVariant Of(FoldAnswers answers, string name, AblationVariant variant)
    {
        ModelEvaluation scores = answers.Evaluation.Models.First(model => model.Name == name);
        HorizonScores? level = scores.Forecast.FirstOrDefault(one => one.HorizonDays == Horizons.LevelDays);
        return variant with
        {
            Aucs =
            [
                .. Horizons.Days.Select(days => scores.Forecast.FirstOrDefault(one => one.HorizonDays == days)?.Auc),
            ],
            ForecastLogLoss = level?.LogLoss,
            ConditionLogLoss = scores.Condition?.LogLoss,
            BalancedAccuracy = scores.Condition?.BalancedAccuracy,
            Alarms = AlarmScorer.Score(answers.Pooled, answers.Set).FirstOrDefault(one => one.Name == name),
        };
    }

    private static Action<string>? Prefixed(CrossValidationRequest request, string what) =>
        request.Progress is { } tell ? line => tell($"{what}: {line}") : null;

    private static void ThrowIfInvalid(AblationRequest request)
    {
        if (
            request.Windows.Any(days => days is < 2 or > 365)
            || request.MissingShares.Any(share => share is not (> 0 and <= 0.9))
            || request.LearningStopes.Any(stopes => stopes < 9)
        )
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_ablation",
                "Windows are from 2 to 365 days, missing shares above 0 to 0.9, stopes that learn 9 or more."
            );
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
