using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>Moments in the zone that a reader chooses.</summary>
public sealed class ZoneTests(TrainedSite site, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_zone_is_chosen_in_the_footer_followed_by_times_and_charts_and_outdone_by_a_link(bool script)
    {
        Screen screen = script ? Screen.Usual : Screen.Pocket with { Script = false };
        await using Visitor visitor = await chromium.VisitAsync(site.Address, screen);
        await visitor.OpenAsync("/stopes");
        await visitor.Page.Locator("tbody a[href^='/stopes/']").First.ClickAsync();
        string address = new Uri(visitor.Page.Url).AbsolutePath;

        await visitor.Page.Locator("#preferences-zone").FillAsync("Australia/Perth");
        await visitor.PressAsync("Apply");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync($"{site.Address}{address}");
        await visitor.SeeAsync("Australia/Perth");
        await Assertions
            .Expect(visitor.Page.Locator("[data-series]"))
            .ToHaveAttributeAsync("data-zone", "Australia/Perth");
        await Assertions.Expect(visitor.Page.Locator("label[for=moment]")).ToContainTextAsync("UTC time");
        if (script)
        {
            await Assertions.Expect(visitor.Page.Locator("[data-charts] .uplot").First).ToBeVisibleAsync();
            string proposed = await visitor.Page.EvaluateAsync<string>(
                "() => document.getElementById('preferences-zones').options[0].value"
            );
            string own = await visitor.Page.EvaluateAsync<string>(
                "() => Intl.DateTimeFormat().resolvedOptions().timeZone"
            );
            Assert.Equal(own, proposed);
        }

        await visitor.OpenAsync($"{address}?zone=America/Lima");
        await visitor.SeeAsync("America/Lima");
        await visitor.OpenAsync($"{address}?zone=Atlantis");
        await visitor.SeeAsync("There is no time zone Atlantis");
        Assert.Empty(visitor.Complaints);
    }
}
