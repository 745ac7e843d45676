using System.Globalization;
using DeepmineSentinel.Learning.Evaluation.Checks;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>What is odd about labels and data, with the numbers behind it.</summary>
internal static class FindingsSection
{
    public static void Write(Html html, IReadOnlyList<DataFinding> findings)
    {
        foreach (DataFinding finding in findings)
        {
            html.Paragraph($"{finding.Code}: {finding.Sentence}", "note")
                .Paragraph(
                    string.Join(
                        ", ",
                        finding.Numbers.Select(one =>
                            $"{Html.Words(one.Key)} {one.Value.ToString("0.###", CultureInfo.InvariantCulture)}"
                        )
                    ),
                    "soft small"
                );
        }
    }
}
