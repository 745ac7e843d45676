using System.Globalization;

namespace DeepmineSentinel.Core.Stability;

/// <summary>What is odd in a collection without being wrong: said at import and before every evaluation.</summary>
public static class CaseHistoryRemarks
{
    private const int LinesShown = 5;

    /// <summary>Remarks, a sentence each; empty where nothing is odd.</summary>
    /// <param name="cases">Cases with their lines in the file, or their numbers where there is none.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<(int Line, CaseHistory Case)> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        (int Line, CaseHistory Case)[][] alike =
        [
            .. cases
                .GroupBy(located => located.Case.InputsAlone())
                .Where(group => group.Count() > 1)
                .Select(group => group.ToArray()),
        ];
        string?[] remarks =
        [
            Sentence(
                cases,
                c => !c.IsNPrimeConsistent,
                "N' differs from Q'ABC by more than 1 %; it is used as published"
            ),
            Sentence(
                cases,
                c => !c.IsQPrimeConsistent,
                "Q' differs from RQD/Jn x Jr/Ja by more than 1 %; it is used as published"
            ),
            Sentence(
                cases,
                c => c.GivesQuotients,
                "RQD and Jr are empty and Jn x Ja is Q': Jn and Ja are read as the quotients RQD/Jn and Jr/Ja"
            ),
            Sentence(cases, c => c.Kind == SurfaceKind.Unknown, "the surface is not said in a word that is known"),
            Sentence(
                alike.Where(group => States(group) > 1),
                "equal inputs have different states; all are kept and never parted by a fold"
            ),
            Sentence(
                alike.Where(group => States(group) == 1),
                "cases are equal in everything; all are kept and never parted by a fold"
            ),
        ];
        return [.. remarks.OfType<string>()];
    }

    private static int States((int Line, CaseHistory Case)[] group) =>
        group.Select(located => located.Case.State).Distinct().Count();

    private static string? Sentence(
        IEnumerable<(int Line, CaseHistory Case)> cases,
        Func<CaseHistory, bool> isOdd,
        string words
    ) => Sentence([.. cases.Where(located => isOdd(located.Case)).Select(located => located.Line)], words);

    private static string? Sentence(IEnumerable<(int Line, CaseHistory Case)[]> groups, string words) =>
        Sentence([.. groups.SelectMany(group => group).Select(located => located.Line)], words);

    private static string? Sentence(int[] lines, string words)
    {
        if (lines.Length == 0)
        {
            return null;
        }

        string shown = string.Join(", ", lines.Order().Take(LinesShown));
        shown += lines.Length > LinesShown ? ", ..." : "";
        return lines.Length == 1
            ? $"1 row (line {shown}): {words}."
            : string.Create(CultureInfo.InvariantCulture, $"{lines.Length} rows (line {shown}): {words}.");
    }
}
