using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stability;

namespace DeepmineSentinel.Learning.Datasets.Cases;

/// <summary>Ways to hold cases out.</summary>
public static class CaseFolds
{
    /// <summary>Sources with fewer cases than this are held out together.</summary>
    public const int SmallestSource = 30;

    /// <summary>Name of the sources that are held out together.</summary>
    public const string Others = "others";

    /// <summary>Folds by a hash of the case, each with about the same share of every state; equal inputs stay together.</summary>
    /// <param name="cases">Cases.</param>
    /// <param name="among">Positions of the cases to part; the others are in no fold.</param>
    /// <param name="count">Number of folds.</param>
    /// <param name="purpose">What the folds are for: another purpose gives other folds.</param>
    public static IReadOnlyList<CaseFold> Random(
        IReadOnlyList<CaseHistory> cases,
        IReadOnlyList<int> among,
        int count,
        string purpose
    )
    {
        ArgumentNullException.ThrowIfNull(cases);
        int[] groups = CaseGroups.Of(cases);
        int[][] ordered =
        [
            .. among
                .GroupBy(i => groups[i])
                .OrderByDescending(group => group.Max(i => cases[i].State))
                .ThenBy(group => CaseGroups.Place(cases[group.First()], purpose))
                .Select(group => group.ToArray()),
        ];
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(fold =>
                    Fold(
                        (fold + 1).ToString(CultureInfo.InvariantCulture),
                        among,
                        [.. ordered.Where((_, place) => place % count == fold).SelectMany(group => group).Order()]
                    )
                )
                .Where(fold => fold.HeldOut.Count > 0),
        ];
    }

    /// <summary>Whole sources; those with fewer than <see cref="SmallestSource"/> cases together, as <see cref="Others"/>.</summary>
    /// <exception cref="SentinelException"><c>too_few_sources</c>: all cases are of one source.</exception>
    public static IReadOnlyList<CaseFold> BySource(IReadOnlyList<CaseHistory> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        int[] all = [.. Enumerable.Range(0, cases.Count)];
        Dictionary<string, int> sizes = cases
            .GroupBy(history => history.Source, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
        CaseFold[] folds =
        [
            .. all.GroupBy(
                    i => sizes[cases[i].Source] < SmallestSource ? Others : cases[i].Source,
                    StringComparer.OrdinalIgnoreCase
                )
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Fold(group.Key, all, [.. group])),
        ];
        return folds.Length > 1
            ? folds
            : throw new SentinelException(
                FailureKind.InsufficientData,
                "too_few_sources",
                $"No whole source can be held out: all cases are of one source, or of sources with fewer than {SmallestSource} cases each."
            );
    }

    private static CaseFold Fold(string name, IReadOnlyList<int> among, int[] heldOut)
    {
        HashSet<int> held = [.. heldOut];
        return new CaseFold(name, [.. among.Where(i => !held.Contains(i))], heldOut);
    }
}
