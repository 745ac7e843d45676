using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>An alert from its raise to its end.</summary>
public sealed class AlertTests(TrainedSite site, Chromium chromium)
{
    [Fact]
    public async Task An_alert_is_acknowledged_with_a_comment_and_silenced_keeps_its_history_and_stays_while_it_holds()
    {
        await using Visitor visitor = await chromium.VisitAsync(site.Address, Screen.Pocket);
        ILocator first = visitor.Page.Locator("tbody a[href^='/alerts/']").First;
        await visitor.ReloadUntilAsync("/alerts?state=any", first);

        await first.ClickAsync();
        await visitor.Page.Locator("#acknowledge-comment").FillAsync("Crew withdrawn, inspection at six.");
        await visitor.PressAsync("Acknowledge");
        await visitor.SeeAsync("Crew withdrawn, inspection at six.");
        await visitor.UnfoldAsync("Silence until a moment");
        await visitor.Page.Locator("#silence-comment").FillAsync("Sensor is being changed.");
        await visitor.PressAsync("Silence");
        await visitor.SeeAsync("Sensor is being changed.");
        await visitor.SeeAsync("It cannot be resolved by hand while what raised it still holds.");
        await visitor.SeeAsync("Crew withdrawn, inspection at six.");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task An_alert_is_a_mark_above_the_series_of_its_stope_and_the_table_beside_leads_to_it()
    {
        await using Visitor visitor = await chromium.VisitAsync(site.Address);
        ILocator first = visitor.Page.Locator("tbody a[href^='/alerts/']").First;
        await visitor.ReloadUntilAsync("/alerts?state=any", first);
        await first.ClickAsync();
        await visitor.Page.Locator("main a[href^='/stopes/']:not([href*='?'])").First.ClickAsync();
        await visitor.UnfoldAsync("Events, answers, outcomes and alerts as a table");
        ILocator mark = visitor.Page.Locator("[data-charts] a[href^='/alerts/']").First;
        await Assertions.Expect(mark).ToContainTextAsync("alert raised");
        await mark.ClickAsync();
        await visitor.SeeAsync("What the plan asks for");
        Assert.Empty(visitor.Complaints);
    }
}
