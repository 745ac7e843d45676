using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>Many stopes predicted at once: chosen by a filter, sorted, filtered, taken away as a file and on paper.</summary>
public sealed class BatchTests(TrainedSite site, Chromium chromium)
{
    private const int Found = 9;

    [Fact]
    public async Task Stopes_chosen_by_a_filter_are_predicted_sorted_filtered_downloaded_and_printed()
    {
        await using Visitor visitor = await chromium.VisitAsync(site.Address, Screen.Pocket);

        await visitor.OpenAsync("/predictions/new");
        await visitor.Page.Locator("#q").FillAsync("Demo 00");
        await visitor.PressAsync("Show");
        await visitor.PressAsync($"Predict all {Found} that match");
        await visitor.SeeAsync($"{Found} of {Found} stopes");
        await visitor.SeeAsync("Completed");
        Assert.Equal(Found, await RowsAsync(visitor));

        await visitor
            .Page.Locator("main thead")
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Stope" })
            .ClickAsync();
        await visitor.Page.WaitForURLAsync("**sort=name**");
        Assert.Equal("Demo 001", await visitor.Page.Locator("tbody th a").First.InnerTextAsync());
        await visitor.Page.Locator("#q").FillAsync("Demo 003");
        await visitor.PressAsync("Show");
        await visitor.SeeAsync("1 stope.");
        Assert.Equal(1, await RowsAsync(visitor));
        await DownloadAsync(visitor);
        await PrintAsync(visitor);
        Assert.Empty(visitor.Complaints);
    }

    private static Task<int> RowsAsync(Visitor visitor) => visitor.Page.Locator("main tbody tr").CountAsync();

    private static async Task DownloadAsync(Visitor visitor)
    {
        IDownload download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.FollowAsync("CSV of what is shown, all pages")
        );
        string[] lines = await File.ReadAllLinesAsync(
            await download.PathAsync(),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(2, lines.Length);
        Assert.Contains("Demo 003", lines[1], StringComparison.Ordinal);
    }

    // On paper: the table, and nothing to press.
    private static async Task PrintAsync(Visitor visitor)
    {
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(visitor.Page.Locator("main table").First).ToBeVisibleAsync();
        foreach (string part in (string[])["header nav", "form.filters", ".page-head .end"])
        {
            await Assertions.Expect(visitor.Page.Locator(part).First).ToBeHiddenAsync();
        }
    }
}
