using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>Two versions side by side, the older one back into production, and undone.</summary>
public sealed class ModelTests(TrainedSite site, Chromium chromium)
{
    [Fact]
    public async Task Two_versions_are_compared_one_is_promoted_with_a_reason_and_rolled_back()
    {
        await using Visitor visitor = await chromium.VisitAsync(site.Address, Screen.Pocket);

        await visitor.OpenAsync("/models");
        foreach (string run in site.Runs)
        {
            await visitor.Page.GetByLabel($"Compare {run}").CheckAsync();
        }

        await visitor.PressAsync("Compare the chosen runs");
        await visitor.SeeAsync("2 runs side by side");
        await visitor.OpenAsync($"/models/{site.Runs[0]}");
        ILocator reason = visitor.Page.Locator("#reason");
        if (await reason.CountAsync() > 0)
        {
            await visitor.UnfoldAsync("Promote it all the same");
            await reason.FillAsync("Tried beside the newer one.");
        }

        await visitor.PressAsync("Promote to production");
        await visitor.SeeAsync("Promoted: it answers from now on.");
        await visitor.OpenAsync("/models");
        await visitor.UnfoldAsync("Roll back");
        await visitor.PressAsync("Roll back now");
        await visitor.SeeAsync($"Rolled back: {site.Runs[1]} answers again.");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_training_is_started_watched_to_its_end_and_found_among_the_versions()
    {
        await using Visitor visitor = await chromium.VisitAsync(site.Address);

        await visitor.OpenAsync("/training");
        await visitor.Page.Locator("#compact").CheckAsync();
        await visitor.Page.GetByLabel("Epochs, at most").FillAsync("2");
        await visitor
            .Page.GetByLabel("Mine", new PageGetByLabelOptions { Exact = true })
            .SelectOptionAsync("Demo mine");
        await visitor.UnfoldAsync("More");
        await visitor.Page.Locator("#promote").SelectOptionAsync("Never");
        await visitor.PressAsync("Start training");
        await visitor.Page.WaitForURLAsync("**/training/2*");
        string run = visitor.Page.Url.Split('/')[^1];
        await visitor.SeeAsync("Completed");

        await visitor.OpenAsync($"/models/{run}");
        await visitor.SeeAsync(run);
        Assert.Empty(visitor.Complaints);
    }
}
