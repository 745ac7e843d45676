using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Alarms;
using DeepmineSentinel.Learning.Evaluation.Checks;
using DeepmineSentinel.Learning.Evaluation.Folds;

namespace DeepmineSentinel.Learning.Runs.Folds;

/// <summary>Evaluates a configuration by folds: every labelled stope is asked about once, by networks that never saw it.</summary>
public static class CrossValidation
{
    /// <summary>Name of the stopes of all folds together.</summary>
    public const string Group = "held-out";

    /// <summary>Evaluates. Computing, hence synchronous: give it a thread of its own.</summary>
    /// <param name="request">What to start from.</param>
    /// <param name="journal">Knows folds that were run before.</param>
    /// <param name="token">Looked at once a batch; folds that ended are kept.</param>
    /// <exception cref="SentinelException">Options or data cannot be used, or training diverged.</exception>
    public static CrossValidationResult Run(
        CrossValidationRequest request,
        IFoldJournal journal,
        CancellationToken token
    ) => ResultOf(request, Ask(request, journal, token));

    /// <summary>Trains and asks all folds.</summary>
    internal static FoldAnswers Ask(CrossValidationRequest request, IFoldJournal journal, CancellationToken token)
    {
        request.Options.ThrowIfInvalid();
        SampleSet set = SampleBuilder.Build(
            request.Data,
            request.Options.Labels,
            new WindowOptions { Length = request.Options.Window }
        );
        FoldOptions options = request.Folds with { Seed = request.Options.Seed };
        IReadOnlyList<Fold> folds = FoldPlan.Create(set, request.Options.Labels, options);
        (DemoOracle? oracle, string? why) = OracleOf(set, request.OracleSeed);
        FoldTrainer trainer = new(request, oracle);
        string key = request.Key();
        List<(Fold Fold, AnsweredGroup Answers, FoldRecord Record)> done = [];
        for (int i = 0; i < folds.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            Sample[] samples = [.. folds[i].Set.SamplesOf(folds[i].Split.Test).Select(at => folds[i].Set.Samples[at])];
            FoldRecord? known = journal.Find(key, i);
            FoldRecord record = known?.Samples == samples.Length ? known : trainer.Run(folds[i], token);
            if (!ReferenceEquals(record, known))
            {
                journal.Keep(key, i, record);
            }

            request.Progress?.Invoke(
                string.Create(CultureInfo.InvariantCulture, $"{folds[i].Name} of {folds.Count}: done")
            );
            done.Add((folds[i], record.With(samples), record));
        }

        AnsweredGroup pooled = AnsweredGroup.Pool([.. done.Select(one => one.Answers)]);
        return new FoldAnswers
        {
            Set = set,
            Folds = done,
            Pooled = pooled,
            Evaluation = Evaluator.Evaluate(Group, pooled),
            WithoutOracle = why,
        };
    }

    /// <summary>Tells what they said.</summary>
    internal static CrossValidationResult ResultOf(CrossValidationRequest request, FoldAnswers answers)
    {
        (SampleSet set, AnsweredGroup pooled, EvaluationResult evaluation) = (
            answers.Set,
            answers.Pooled,
            answers.Evaluation
        );
        return new CrossValidationResult
        {
            HoldOutBy = request.Folds.By,
            Mines = [.. set.Stopes.Select(stope => stope.Mine).Distinct().Order(StringComparer.Ordinal)],
            IsSynthetic = set.Stopes.Any(stope => stope.IsSynthetic),
            DataHash = request.Data.ContentHash,
            Engine = EngineIdentity.Current.ToString(),
            Samples = pooled.Samples.Count,
            Classes = [.. set.Classes.Select(name => CategoryName.Of(name))],
            Configuration = Search.Configuration.Of(request.Options),
            Folds = [.. answers.Folds.Select(one => SummaryOf(one.Fold, one.Answers, one.Record))],
            Evaluation = evaluation,
            Curves = CurveTracer.Trace(Group, pooled.Samples, pooled.Network),
            Room = RoomShare.Of(pooled, evaluation),
            Alarms = AlarmScorer.Score(pooled, set),
            OutOfRange = RangeScores.Of(pooled, [.. answers.Folds.SelectMany(one => one.Record.Ranges)]),
            Coverage = ConformalCoverage.Of(pooled, set.Classes.Count),
            Importance = FeatureRises.Pool([
                .. answers.Folds.Select(one => (one.Record.ImportanceStopes, one.Record.Importance)),
            ]),
            Findings = DataFindings.Of(set, evaluation),
            Warnings = [.. WarningsOf(set, answers.WithoutOracle)],
        };
    }

    private static FoldSummary SummaryOf(Fold fold, AnsweredGroup answers, FoldRecord record) =>
        new(fold.Name, fold.Split.Train.Count, fold.Split.Stop.Count, fold.Split.Calibrate.Count, fold.Split.Test.Count)
        {
            BestEpochs = record.BestEpochs,
            Temperatures = record.Temperatures,
            NetworkAuc = HorizonScorer
                .Score(answers.Samples, answers.Network)
                .FirstOrDefault(one => one.HorizonDays == Horizons.LevelDays)
                ?.Auc,
            Seconds = record.Seconds,
        };

    // Fitted once, on all data: it finds out whether these are a generated mine, and learns nothing.
    private static (DemoOracle?, string?) OracleOf(SampleSet set, long seed)
    {
        if (!set.Stopes.Any(stope => stope.IsSynthetic))
        {
            return (null, null);
        }

        DemoOracle oracle = new(seed);
        string? why = oracle.Fit(set, []);
        return (why is null ? oracle : null, why);
    }

    private static IEnumerable<string> WarningsOf(SampleSet set, string? withoutOracle)
    {
        if (set.Stopes.Any(stope => stope.IsSynthetic))
        {
            yield return "The data are generated: a good score on them says nothing about a mine.";
        }

        if (withoutOracle is not null)
        {
            yield return $"There is no oracle: {withoutOracle}";
        }
    }
}
