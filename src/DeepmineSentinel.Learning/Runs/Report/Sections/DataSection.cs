using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>What the run learnt from.</summary>
internal static class DataSection
{
    public static void Write(Html html, ReportFacts facts)
    {
        if (facts.Details is not { } details)
        {
            html.Paragraph("This run is older than data profiles; its hash still names the data.");
            FactList.Write(html, ("SHA-256 of the data", facts.Result.DataHash));
            return;
        }

        DataProfile data = details.Data;
        Facts(html, facts, data);
        Quantities(html, "Numbers of the stopes", "stopes", data.Quantities);
        if (data.Readings > 0)
        {
            Quantities(html, "Channels of the readings", "rows", data.Channels);
        }
    }

    private static void Facts(Html html, ReportFacts facts, DataProfile data) =>
        FactList.Write(
            html,
            ("Mines", string.Join(", ", data.Mines.Select(Named))),
            ("Stopes", $"{Html.Count(data.Stopes)}, {Html.Count(data.StopesWithoutReadings)} of them without readings"),
            ("Readings", Html.Count(data.Readings)),
            ("From", data.FirstReadingAt is { } first ? Html.Moment(first) : "no readings"),
            ("To", data.LastReadingAt is { } last ? Html.Moment(last) : "no readings"),
            ("Events", Html.Count(data.Events)),
            ("Dated outcomes", Counts(data.Outcomes)),
            ("Undated labels", Counts(data.UndatedLabels)),
            ("Generated data", facts.Result.TrainedOnSynthetic ? "yes: a good score says nothing about a mine" : "no"),
            ("SHA-256 of the data", facts.Result.DataHash)
        );

    private static string Named(MineProfile mine) =>
        $"{mine.Name} ({Html.Count(mine.Stopes)} stopes{(mine.IsSynthetic ? ", synthetic" : "")})";

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.Select(pair => $"{pair.Key} {Html.Count(pair.Value)}"));

    private static void Quantities(Html html, string caption, string rows, IReadOnlyList<QuantityProfile> quantities)
    {
        HtmlTable table = new(caption, "Quantity", $"Present, {rows}", "Missing", "Smallest", "Mean", "Largest");
        foreach (QuantityProfile one in quantities)
        {
            table.Row(
                one.Unit.Length > 0 ? $"{one.Name}, {one.Unit}" : one.Name,
                Html.Count(one.Count),
                Html.Percent(one.MissingShare),
                Html.Plain(one.Minimum),
                Html.Plain(one.Mean),
                Html.Plain(one.Maximum)
            );
        }

        table.WriteTo(html);
    }
}
