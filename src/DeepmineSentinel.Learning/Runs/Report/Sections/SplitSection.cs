using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>Which stopes did what. A stope's windows never part.</summary>
internal static class SplitSection
{
    public static void Write(Html html, ReportFacts facts)
    {
        html.Paragraph(
            "Stopes are divided whole. The test stopes follow from their names alone, so that every run holds out the same ones. "
                + "The run keeps keys of its stopes and no names, so that it can be given away."
        );
        if (facts.Details is { } details)
        {
            Groups(html, details.Data.Groups);
        }
    }

    private static void Groups(Html html, IReadOnlyList<GroupProfile> groups)
    {
        string[] classes = [.. groups.SelectMany(group => group.Classes.Keys).Distinct()];
        HtmlTable table = new("Groups, with the stopes of each class", ["Group", "Stopes", "Samples", .. classes]);
        foreach (GroupProfile group in groups)
        {
            table.Row([
                group.Group,
                Html.Count(group.Stopes),
                Html.Count(group.Samples),
                .. classes.Select(name => Html.Count(group.Classes.GetValueOrDefault(name))),
            ]);
        }

        table.WriteTo(html);
    }
}
