using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class AttributionPageTests(PageSite site) : IClassFixture<PageSite>
{
    private static readonly DateTime First = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task The_table_of_days_holds_every_number_and_its_sums_are_those_of_the_drivers()
    {
        int stope = await StopeAsync("Days");
        await site.StoreAsync(Explained(stope));

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        IElement table = page.QuerySelector("[data-attributions]")!;
        IElement[] days = [.. table.QuerySelectorAll("tr[data-from]")];
        Assert.Equal(
            ["2026-03-03T00:00:00Z", "2026-03-01T00:00:00Z"],
            days.Select(day => day.GetAttribute("data-from")!)
        );
        Assert.Equal(["+0.50", "\u22120.20"], Texts(table.QuerySelectorAll("tr.emphasis td")));
        double sum = table
            .QuerySelectorAll("[data-channel=deformation_rate][data-contribution]")
            .Sum(cell => double.Parse(cell.GetAttribute("data-contribution")!, CultureInfo.InvariantCulture));
        Assert.Equal(0.5, sum, 1e-6);
        IElement missing = days[1].QuerySelectorAll("td")[1];
        Assert.Equal(
            ("stress", false),
            (missing.GetAttribute("data-channel"), missing.HasAttribute("data-contribution"))
        );
        Assert.Contains("not measured", missing.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_strongest_days_are_told_in_words_with_unit_and_direction_and_the_sum_is_said()
    {
        int stope = await StopeAsync("Words");
        await site.StoreAsync(Explained(stope));

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        string[] told = [.. Texts(page.QuerySelectorAll("#days ~ ul li"))];
        Assert.Equal(
            [
                "Deformation rate on 3 Mar 2026: 4.5 mm/day, raised the risk by 0.70",
                "Stress on 3 Mar 2026: 30 MPa, lowered the risk by 0.20",
                "Deformation rate on 1 Mar 2026: 0.1 mm/day, lowered the risk by 0.20",
            ],
            told
        );
        string text = page.QuerySelector("section[aria-labelledby=series]")!.TextContent;
        Assert.Contains("log-odds of failing within 7 days", text, StringComparison.Ordinal);
        Assert.Contains(
            "Readings together +0.30, rock, geometry and support +0.90: +1.20. The network's log-odds lie +1.21",
            text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(PredictionMode.Fallback, "weighs no single day")]
    [InlineData(PredictionMode.Unknown, "no day is credited")]
    [InlineData(PredictionMode.Network, "stored without its days")]
    public async Task An_answer_without_days_says_why(PredictionMode mode, string why)
    {
        int stope = await StopeAsync($"Without {mode}");
        RiskLevel level = mode == PredictionMode.Network ? RiskLevel.High : RiskLevel.Unknown;
        await site.StoreAsync(PageData.Answer(stope, 0.2) with { Mode = mode, Level = level });

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        Assert.Null(page.QuerySelector("[data-attributions]"));
        Assert.Contains(why, page.QuerySelector("#days + p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_page_holds_the_extremes_of_the_newest_days()
    {
        int stope = await StopeAsync("Plain");
        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        IElement[] rows = [.. page.QuerySelectorAll("[aria-label='Readings by day'] tbody tr")];
        Assert.Equal(["3 Mar 2026", "1 Mar 2026"], rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Equal(["2", "4 to 5"], Texts(rows[0].QuerySelectorAll("td")).Where((_, i) => i is 0 or 2));
    }

    private async Task<int> StopeAsync(string name)
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync(name), "S1");
        await site.AddReadingsAsync(stope, At(0, 0.1), At(2, 4), At(2.5, 5));
        return stope;
    }

    private static Reading At(double days, double deformation) =>
        new() { Timestamp = First.AddDays(days), DeformationRateMmPerDay = deformation };

    private static StabilityPrediction Explained(int stope) =>
        PageData.Answer(stope, 0.2) with
        {
            Drivers =
            [
                new Driver("depth", "412", "m", 0.9),
                new Driver("deformation_rate", "5", "mm/day", 0.5),
                new Driver("stress", "30", "MPa", -0.2),
            ],
            Attribution = new SeriesAttribution
            {
                From = First,
                StepDays = 1,
                Difference = 1.21,
                Sum = 1.2,
                Channels =
                [
                    new ChannelAttribution("deformation_rate", [0.1f, null, 4.5f], [-0.2f, null, 0.7f]),
                    new ChannelAttribution("stress", [null, null, 30f], [null, null, -0.2f]),
                ],
            },
        };

    private static string[] Texts(IEnumerable<IElement> elements) =>
        [
            .. elements.Select(one =>
                string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            ),
        ];
}
