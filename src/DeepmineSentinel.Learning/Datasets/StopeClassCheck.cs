using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Whether every class has enough stopes to be learnt.</summary>
public static class StopeClassCheck
{
    /// <summary>
    /// Stope indices by class, one list a class in the set's order, and after them the stopes that have hazards but no
    /// condition label (left out where there are none).
    /// </summary>
    /// <exception cref="SentinelException"><c>too_few_stopes_of_a_class</c>, naming every class that is short.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> StopesByClass(SampleSet set)
    {
        if (!set.HasCondition)
        {
            return ByFailure(set);
        }

        IReadOnlyList<int> classes = set.StopeClasses();
        List<List<int>> members = [.. set.Classes.Select(_ => new List<int>())];
        List<int> unlabelled = [];
        foreach (int stope in set.Samples.Select(sample => sample.StopeIndex).Distinct())
        {
            (classes[stope] >= 0 ? members[classes[stope]] : unlabelled).Add(stope);
        }

        RequireEnough(set.Scheme, members, [.. set.Classes.Select(c => CategoryName.Of(c).ToLowerInvariant())]);
        return unlabelled.Count > 0 ? [.. members, unlabelled] : members;
    }

    // Outcomes far from every window give hazards alone; then stopes that fail and stopes that stand are the classes.
    private static List<List<int>> ByFailure(SampleSet set)
    {
        HashSet<int> failing = [.. set.Samples.Where(s => s.Hazard.Targets != 0).Select(s => s.StopeIndex)];
        List<int> standing = [.. set.Samples.Select(s => s.StopeIndex).Distinct().Where(s => !failing.Contains(s))];
        List<List<int>> members = [standing, [.. failing]];
        RequireEnough(set.Scheme, members, ["standing", "failing"]);
        return members;
    }

    private static void RequireEnough(LabelScheme scheme, List<List<int>> members, IReadOnlyList<string> names)
    {
        string[] missing =
        [
            .. members
                .Select((stopes, i) => (stopes.Count, Name: names[i]))
                .Where(group => group.Count < StopeSplit.FewestStopesOfAClass)
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Name} ({group.Count})")),
        ];
        if (missing.Length > 0)
        {
            throw new SentinelException(
                FailureKind.InsufficientData,
                "too_few_stopes_of_a_class",
                $"Every class needs at least {StopeSplit.FewestStopesOfAClass} stopes to be learnt and tested; "
                    + $"too few are labelled {string.Join(" and ", missing)}. {Advice(scheme)}"
            );
        }
    }

    private static string Advice(LabelScheme scheme) =>
        scheme == LabelScheme.Dated
            ? "Import more outcomes, or learn from undated labels (--labels undated)."
            : "Label more stopes in the column stability (1 stable, 0 not).";
}
