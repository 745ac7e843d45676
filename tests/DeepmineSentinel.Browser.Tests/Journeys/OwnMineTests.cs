using DeepmineSentinel.Browser.Tests.Running;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>Somebody new with a mine of their own, from its files to a list in their hands, without reading anything first.</summary>
public sealed class OwnMineTests(Chromium chromium)
{
    private const int Stopes = 50;

    [Fact]
    public async Task The_reference_mine_is_imported_learnt_from_questioned_watched_and_its_list_taken_away()
    {
        string stopes = SharedData.ReferenceMine("stope_static_features.csv");
        string readings = SharedData.ReferenceMine("stope_timeseries.csv");
        await using BrowserSite site = new();
        await site.StartAsync(
            ("Site__SeedDemo", "false"),
            ("Predictions__FallbackTraining", "false"),
            ("Predictions__SettleTime", "00:00:00"),
            ("Alerts__Every", "00:00:02")
        );
        await using Visitor visitor = await chromium.VisitAsync(site.Address);

        await visitor.OpenAsync("/");
        await visitor.SeeAsync("Next steps");
        await ImportSteps.ImportNewAsync(visitor, stopes, "Reference mine", "America/Santiago");
        await ImportSteps.ImportMoreAsync(visitor, readings);
        await TrainAsync(visitor);
        await FindRiskiestAsync(visitor);
        await AcknowledgeAsync(visitor);
        await TakeListAsync(visitor);
        Assert.Empty(visitor.Complaints);
    }

    private static async Task TrainAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/training");
        await visitor.Page.Locator("#compact").CheckAsync();
        await visitor.Page.GetByLabel("Epochs, at most").FillAsync("4");
        await visitor.PressAsync("Start training");
        await visitor.Page.WaitForURLAsync("**/training/2*");
        await visitor.SeeAsync("Completed");
    }

    // Its readings are years old: the levels are stale, say what they were, and the worst comes first all the same.
    private static async Task FindRiskiestAsync(Visitor visitor)
    {
        ILocator marked = visitor.Page.Locator("tbody tr", new PageLocatorOptions { HasTextString = "condition only" });
        await visitor.ReloadUntilAsync("/stopes", marked.First);
        await visitor
            .Page.Locator("main thead")
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Level" })
            .ClickAsync();
        await visitor.Page.WaitForURLAsync("**sort=level**");
        ILocator worst = visitor.Page.Locator("tbody tr").First;
        await Assertions.Expect(worst).ToContainTextAsync("condition only");
        await worst.Locator("th a").ClickAsync();
        await visitor.SeeAsync("condition only");
        await visitor.SeeAsync("What drove it");
        await visitor.SeeAsync("No forecast: the network was trained without dated outcomes.");
    }

    private static async Task AcknowledgeAsync(Visitor visitor)
    {
        ILocator alert = visitor.Page.Locator("tbody a[href^='/alerts/']").First;
        await visitor.ReloadUntilAsync("/alerts", alert);
        await alert.ClickAsync();
        await visitor.Page.Locator("#acknowledge-comment").FillAsync("Data of 2024, put in to try the site.");
        await visitor.PressAsync("Acknowledge");
        await visitor.SeeAsync("Acknowledged by");
    }

    private static async Task TakeListAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/stopes?sort=level&dir=desc");
        IDownload download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.FollowAsync("CSV of the list")
        );
        string[] lines = await File.ReadAllLinesAsync(
            await download.PathAsync(),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Stopes + 1, lines.Length);
        Assert.All(lines[1..], line => Assert.Contains("condition_only", line, StringComparison.Ordinal));
    }
}
