using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Stopes divided into groups; a stope's windows never part (docs/decisions/021).</summary>
public sealed record StopeSplit
{
    /// <summary>Below this many validation stopes both halves use all of them.</summary>
    public const int SmallestHalvedValidation = 20;

    /// <summary>Fewest stopes of a class that can be divided: one each to train, validate and test.</summary>
    public const int FewestStopesOfAClass = 3;

    /// <summary>Stope indices that weights and scalers are fitted on.</summary>
    public required IReadOnlyList<int> Train { get; init; }

    /// <summary>Stope indices that stop the training.</summary>
    public required IReadOnlyList<int> Stop { get; init; }

    /// <summary>Stope indices that calibrate and set thresholds; the same as <see cref="Stop"/> where shared.</summary>
    public required IReadOnlyList<int> Calibrate { get; init; }

    /// <summary>Stope indices held out; the same for every seed.</summary>
    public required IReadOnlyList<int> Test { get; init; }

    /// <summary>Whether stopping and calibration share their stopes, which makes reported coverage optimistic.</summary>
    public required bool ValidationShared { get; init; }

    /// <summary>Divides the labelled stopes of a set.</summary>
    /// <exception cref="SentinelException">
    /// <c>too_few_stopes_of_a_class</c>: a class has fewer than three stopes, so it cannot be learnt and tested.
    /// </exception>
    public static StopeSplit Create(SampleSet set, SplitOptions options)
    {
        IReadOnlyList<IReadOnlyList<int>> classes = StopeClassCheck.StopesByClass(set);
        List<int> test = [];
        List<int> validation = [];
        List<int> train = [];
        foreach (IReadOnlyList<int> members in classes)
        {
            HashSet<int> held = [.. SplitDraw.Test(set, members, options.TestShare)];
            List<int> rest = [.. members.Where(stope => !held.Contains(stope))];
            HashSet<int> watched = [.. SplitDraw.Validation(set, rest, members.Count, options)];
            test.AddRange(held);
            validation.AddRange(rest.Where(watched.Contains));
            train.AddRange(rest.Where(stope => !watched.Contains(stope)));
        }

        (List<int> stop, List<int> calibrate) = SplitDraw.Halves(set, validation);
        return new StopeSplit
        {
            Train = Sorted(train),
            Stop = Sorted(stop),
            Calibrate = Sorted(calibrate),
            Test = Sorted(test),
            ValidationShared = validation.Count < SmallestHalvedValidation,
        };
    }

    private static List<int> Sorted(IEnumerable<int> stopes) => [.. stopes.Order()];
}
