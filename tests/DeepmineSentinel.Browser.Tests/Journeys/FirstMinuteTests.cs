using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>What somebody sees who starts the site for the first time, and how it becomes their own.</summary>
public sealed class FirstMinuteTests(Chromium chromium)
{
    [Fact]
    public async Task A_new_site_trains_while_it_is_watched_answers_with_reasons_and_gives_its_demo_data_up()
    {
        await using BrowserSite site = new();
        await site.StartAsync(("ASPNETCORE_ENVIRONMENT", "Development"), ("Predictions__FallbackEpochs", "3"));
        await using Visitor visitor = await chromium.VisitAsync(site.Address);

        await visitor.OpenAsync("/");
        await visitor.SeeAsync("60 active stopes");
        await WatchTrainingAsync(visitor);

        await visitor.OpenAsync("/stopes?sort=level&dir=desc");
        await visitor.Page.Locator("tbody th a").First.ClickAsync();
        await visitor.SeeAsync("How reliable such statements were");
        await visitor.SeeAsync("What drove it");

        await visitor.OpenAsync("/import");
        await visitor.PressAsync("Remove the demo data");
        await visitor.SeeAsync("The demo mine and all that belonged to it are gone.");
        await visitor.OpenAsync("/");
        await visitor.SeeAsync("0 active stopes in 0 mine(s)");
        await visitor.SeeAsync("Next steps");
        Assert.Empty(visitor.Complaints);
    }

    private static async Task WatchTrainingAsync(Visitor visitor)
    {
        ILocator run = visitor.Page.Locator("main a[href^='/training/2']").First;
        await visitor.ReloadUntilAsync("/training", run);
        await run.ClickAsync();
        await visitor.SeeAsync("Completed");
        ILocator answered = visitor.Page.Locator("td .tag", new PageLocatorOptions { HasTextString = "network" }).First;
        await visitor.ReloadUntilAsync("/stopes", answered);
    }
}
