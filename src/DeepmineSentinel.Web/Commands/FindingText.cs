using DeepmineSentinel.Learning.Evaluation.Checks;

namespace DeepmineSentinel.Web.Commands;

/// <summary>What is odd about labels and data, as text; names of stopes as far as the data are at hand.</summary>
internal static class FindingText
{
    private const int MostNames = 10;

    public static void Write(IReadOnlyList<DataFinding> findings, TextWriter output)
    {
        foreach (DataFinding finding in findings)
        {
            output.WriteLine($"{finding.Code}: {finding.Sentence}");
            if (finding.StopeNames.Count > 0)
            {
                string more = finding.StopeNames.Count > MostNames ? " ..." : "";
                output.WriteLine($"  {string.Join(", ", finding.StopeNames.Take(MostNames))}{more}");
            }
        }
    }
}
