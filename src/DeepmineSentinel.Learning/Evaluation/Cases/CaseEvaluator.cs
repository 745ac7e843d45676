using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Datasets.Cases;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>Compares all candidates on case histories: by random folds and with whole sources held out.</summary>
public sealed class CaseEvaluator(CaseEvaluationOptions options)
{
    /// <summary>Fewest cases of each state.</summary>
    public const int FewestOfAState = 10;

    /// <summary>Evaluates.</summary>
    /// <param name="cases">Case histories.</param>
    /// <param name="progress">Gets a line a fold.</param>
    /// <param name="token">Stops between two trainings.</param>
    /// <exception cref="SentinelException">
    /// <c>one_class</c>: all cases have one state. <c>too_few_cases</c>: a state has fewer than
    /// <see cref="FewestOfAState"/> cases.
    /// </exception>
    public CaseEvaluation Run(IReadOnlyList<CaseHistory> cases, IProgress<string>? progress, CancellationToken token) =>
        Answer(cases, progress, token).Evaluation;

    /// <summary>Evaluates, and hands over what the product's candidate said of every held-out case.</summary>
    /// <exception cref="SentinelException"><c>one_class</c> or <c>too_few_cases</c>.</exception>
    internal EvaluatedCases Answer(
        IReadOnlyList<CaseHistory> cases,
        IProgress<string>? progress,
        CancellationToken token
    )
    {
        ArgumentNullException.ThrowIfNull(cases);
        CheckStates(cases);
        int[] all = [.. Enumerable.Range(0, cases.Count)];
        List<string> notes = ["Intervals draw cases; no interval says what a fourth source would bring."];
        (CaseComparison random, CaseHeldOut inRandom) = Compare(
            cases,
            ("random", CaseFolds.Random(cases, all, options.Folds, "test")),
            progress,
            token
        );
        (CaseComparison? source, CaseHeldOut? inSource) = SourceFolds(cases, notes) is { } folds
            ? Compare(cases, ("source", folds), progress, token)
            : (null, null);
        CaseEvaluation evaluation = new()
        {
            Cases = cases.Count,
            States = Counts(cases, history => history.State.ToString().ToLowerInvariant()),
            Sources = Counts(cases, history => history.Source),
            Random = random,
            Source = source,
            Notes = notes,
        };
        return new EvaluatedCases(evaluation, inSource ?? inRandom);
    }

    /// <summary>Refuses cases that nothing can be learnt from.</summary>
    /// <exception cref="SentinelException"><c>one_class</c> or <c>too_few_cases</c>.</exception>
    public static void CheckStates(IReadOnlyList<CaseHistory> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count > 0 && cases.All(history => history.State == cases[0].State))
        {
            throw new SentinelException(
                FailureKind.InsufficientData,
                "one_class",
                $"All {cases.Count} cases are {cases[0].State.ToString().ToLowerInvariant()}: nothing can be told apart."
            );
        }

        foreach (OutcomeClass state in Enum.GetValues<OutcomeClass>())
        {
            int count = cases.Count(history => history.State == state);
            if (count < FewestOfAState)
            {
                throw new SentinelException(
                    FailureKind.InsufficientData,
                    "too_few_cases",
                    $"Only {count} of {cases.Count} cases are {state.ToString().ToLowerInvariant()}; each state needs at least {FewestOfAState}."
                );
            }
        }
    }

    private static IReadOnlyList<CaseFold>? SourceFolds(IReadOnlyList<CaseHistory> cases, List<string> notes)
    {
        IReadOnlyList<CaseFold> folds;
        try
        {
            folds = CaseFolds.BySource(cases);
        }
        catch (SentinelException alone) when (alone.Code == "too_few_sources")
        {
            notes.Add(alone.Message);
            return null;
        }

        foreach (CaseFold fold in folds)
        {
            if (
                Enum.GetValues<OutcomeClass>()
                    .Any(state => fold.Training.Count(i => cases[i].State == state) < FewestOfAState)
            )
            {
                notes.Add(
                    $"No whole source can be held out: without {fold.Name} some state has fewer than {FewestOfAState} cases."
                );
                return null;
            }

            if (fold.HeldOut.Count < CaseFolds.SmallestSource)
            {
                notes.Add(
                    $"The held-out source {fold.Name} has {fold.HeldOut.Count} cases: its own scores say little."
                );
            }
        }

        return folds;
    }

    private (CaseComparison Comparison, CaseHeldOut Product) Compare(
        IReadOnlyList<CaseHistory> cases,
        (string Name, IReadOnlyList<CaseFold> Folds) split,
        IProgress<string>? progress,
        CancellationToken token
    )
    {
        IReadOnlyList<ICaseModel> models = CaseCandidates.All(options.Models);
        CaseHeldOut[] candidates =
        [
            .. models
                .Where(model => options.Only?.Contains(model.Name) ?? true)
                .Select(model => new CaseHeldOut(model, cases.Count, Enum.GetValues<OutcomeClass>().Length)),
        ];
        foreach (CaseFold fold in split.Folds)
        {
            CaseHistory[] training = [.. fold.Training.Select(i => cases[i])];
            CaseHistory[] held = [.. fold.HeldOut.Select(i => cases[i])];
            foreach (CaseHeldOut candidate in candidates)
            {
                candidate.Take(fold, training, held, token);
            }

            progress?.Report($"{split.Name} {fold.Name}: {held.Length} of {cases.Count} cases held out");
        }

        foreach (IDisposable model in models.OfType<IDisposable>())
        {
            model.Dispose();
        }

        CaseScorer scorer = new([.. cases.Select(history => (int)history.State)], CaseGroups.Of(cases), split.Folds);
        CaseHeldOut reference = Named(candidates, CaseCandidates.Reference);
        CaseComparison comparison = new(
            split.Name,
            split.Folds.ToDictionary(fold => fold.Name, fold => fold.HeldOut.Count),
            [.. candidates.Select(candidate => scorer.Of(candidate, reference))]
        );
        return (comparison, Named(candidates, CaseCandidates.Product));
    }

    private static CaseHeldOut Named(CaseHeldOut[] candidates, string name) =>
        candidates.Single(candidate => candidate.Model.Name == name);

    private static Dictionary<string, int> Counts(IEnumerable<CaseHistory> cases, Func<CaseHistory, string> keyOf) =>
        cases
            .GroupBy(keyOf)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count());
}
