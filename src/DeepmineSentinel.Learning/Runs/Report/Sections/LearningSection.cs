using System.Globalization;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs.Report.Charts;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>Losses by epoch, and how each member was trained.</summary>
internal static class LearningSection
{
    public static void Write(Html html, ReportFacts facts)
    {
        if (LossChart.Draw(facts.Epochs) is not { } losses)
        {
            html.Paragraph("No epoch was run.");
            return;
        }

        html.Raw("<div class=\"pair\">")
            .Figure(
                losses,
                "The stopping stopes are never learnt from; the dotted upright marks the epoch whose weights answer."
            );
        if (LossChart.DrawHeads(facts.Epochs) is { } heads)
        {
            html.Figure(heads, "The two parts of the loss on the stopping stopes, before weighting.");
        }

        html.Raw("</div>");
        Members(html, facts.Result.Members);
    }

    private static void Members(Html html, IReadOnlyList<MemberSummary> members)
    {
        HtmlTable table = new("How each member was trained", "Member", "Epochs", "Best epoch", "Best loss", "Seconds");
        foreach (MemberSummary member in members)
        {
            table.Row(
                (member.Member + 1).ToString(CultureInfo.InvariantCulture),
                Html.Count(member.Epochs),
                Html.Count(member.BestEpoch),
                Html.Number(member.BestLoss, 4),
                Html.Number(member.Seconds, 1)
            );
        }

        table.WriteTo(html);
    }
}
