using System.Globalization;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Learning.Datasets.Folds;

/// <summary>Divides labelled stopes into folds so that each is tested on once (docs/decisions/090).</summary>
public static class FoldPlan
{
    /// <summary>The folds of some data.</summary>
    /// <param name="set">All samples.</param>
    /// <param name="labels">How they were labelled: held out by time they are labelled anew.</param>
    /// <param name="options">How to divide.</param>
    /// <exception cref="SentinelException">
    /// <c>invalid_folds</c>, <c>too_few_stopes_of_a_class</c>, <c>too_few_stopes_for_folds</c>, <c>one_source</c>,
    /// <c>too_few_days</c>, <c>no_later_labels</c>: they cannot be divided so.
    /// </exception>
    public static IReadOnlyList<Fold> Create(SampleSet set, LabelOptions labels, FoldOptions options)
    {
        if (options.Folds is < 2 or > FoldOptions.Most || options.ValidationShare is not (> 0 and <= 0.5))
        {
            throw Refused(
                FailureKind.InvalidInput,
                "invalid_folds",
                $"folds must be from 2 to {FoldOptions.Most}, the validation share above 0 to 0.5."
            );
        }

        IReadOnlyList<IReadOnlyList<int>> classes = StopeClassCheck.StopesByClass(set);
        return options.By switch
        {
            HoldOutBy.Source => BySource(set, classes, options),
            HoldOutBy.Depth => ByDepth(set, classes, options),
            HoldOutBy.Time => TimeFolds.Create(set, labels, ByStope(set, classes, options)),
            _ => ByStope(set, classes, options),
        };
    }

    private static Fold[] ByStope(SampleSet set, IReadOnlyList<IReadOnlyList<int>> classes, FoldOptions options)
    {
        RequireStopes(classes, options);
        Dictionary<int, int> foldOf = [];
        foreach (int stope in classes.SelectMany(members => SplitDraw.Order(set, members, "fold")))
        {
            foldOf[stope] = foldOf.Count % options.Folds;
        }

        return
        [
            .. Enumerable
                .Range(0, options.Folds)
                .Select(fold => new Fold(
                    $"fold {Number(fold + 1)}",
                    set,
                    Split(set, classes, stope => foldOf[stope] == fold, options)
                )),
        ];
    }

    // Bands of equally many stopes, from the shallowest to the deepest.
    private static Fold[] ByDepth(SampleSet set, IReadOnlyList<IReadOnlyList<int>> classes, FoldOptions options)
    {
        RequireStopes(classes, options);
        int[] order =
        [
            .. classes.SelectMany(members => members).OrderBy(stope => set.Stopes[stope].Properties.DepthMetres),
        ];
        int[][] bands =
        [
            .. Enumerable
                .Range(0, options.Folds)
                .Select(band =>
                    order[(band * order.Length / options.Folds)..((band + 1) * order.Length / options.Folds)]
                ),
        ];
        return
        [
            .. bands.Select(band =>
            {
                HashSet<int> held = [.. band];
                return new Fold(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"depth {set.Stopes[band[0]].Properties.DepthMetres:0} to {set.Stopes[band[^1]].Properties.DepthMetres:0} m"
                    ),
                    set,
                    Split(set, classes, held.Contains, options)
                );
            }),
        ];
    }

    private static void RequireStopes(IReadOnlyList<IReadOnlyList<int>> classes, FoldOptions options)
    {
        int stopes = classes.Sum(members => members.Count);
        if (stopes < 2 * options.Folds)
        {
            throw Refused(
                FailureKind.InsufficientData,
                "too_few_stopes_for_folds",
                $"{Number(options.Folds)} folds need at least {Number(2 * options.Folds)} labelled stopes; there are {Number(stopes)}. Ask for fewer folds."
            );
        }
    }

    // Whole sources, the largest first into the fold that holds fewest stopes so far.
    private static Fold[] BySource(SampleSet set, IReadOnlyList<IReadOnlyList<int>> classes, FoldOptions options)
    {
        (string Name, int Stopes)[] sources =
        [
            .. classes
                .SelectMany(members => members)
                .CountBy(stope => set.Stopes[stope].Mine)
                .Select(pair => (pair.Key, pair.Value))
                .OrderByDescending(source => source.Value)
                .ThenBy(source => source.Key, StringComparer.Ordinal),
        ];
        if (sources.Length < 2)
        {
            throw Refused(
                FailureKind.InsufficientData,
                "one_source",
                "All labelled stopes belong to one mine: to hold out whole sources takes two. Hold out stopes instead (--holdout-by stope)."
            );
        }

        List<(string Name, int Stopes)>[] folds =
        [
            .. Enumerable
                .Range(0, Math.Min(options.Folds, sources.Length))
                .Select(_ => new List<(string Name, int Stopes)>()),
        ];
        foreach ((string Name, int Stopes) source in sources)
        {
            folds.MinBy(fold => fold.Sum(one => one.Stopes))!.Add(source);
        }

        return
        [
            .. folds.Select(fold => new Fold(
                string.Join(", ", fold.Select(source => source.Name)),
                set,
                Split(set, classes, stope => fold.Any(source => source.Name == set.Stopes[stope].Mine), options)
            )),
        ];
    }

    private static StopeSplit Split(
        SampleSet set,
        IReadOnlyList<IReadOnlyList<int>> classes,
        Func<int, bool> isHeldOut,
        FoldOptions options
    )
    {
        List<int> test = [];
        List<int> train = [];
        List<int> validation = [];
        SplitOptions shares = new() { ValidationShare = options.ValidationShare, Seed = options.Seed };
        int learning = classes.Sum(members => members.Count(stope => !isHeldOut(stope)));
        foreach (IReadOnlyList<int> members in classes)
        {
            List<int> rest = [.. Limited(set, [.. members.Where(stope => !isHeldOut(stope))], learning, options)];
            HashSet<int> watched = [.. SplitDraw.Validation(set, rest, rest.Count, shares)];
            test.AddRange(members.Where(isHeldOut));
            validation.AddRange(rest.Where(watched.Contains));
            train.AddRange(rest.Where(stope => !watched.Contains(stope)));
        }

        (List<int> stop, List<int> calibrate) = SplitDraw.Parted(set, validation);
        return new StopeSplit
        {
            Train = [.. train.Order()],
            Stop = [.. stop.Order()],
            Calibrate = [.. calibrate.Order()],
            Test = [.. test.Order()],
            ValidationShared = false,
        };
    }

    // Of each class its share, and one each to train, stop and calibrate where there are so many.
    private static IEnumerable<int> Limited(SampleSet set, List<int> members, int learning, FoldOptions options) =>
        options.MostLearning is { } most && most < learning
            ? SplitDraw
                .Order(set, members, "learning")
                .Take(
                    Math.Max(StopeSplit.FewestStopesOfAClass, (int)Math.Round((double)members.Count * most / learning))
                )
            : members;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    internal static SentinelException Refused(FailureKind kind, string code, string message) =>
        new(kind, code, message);
}
