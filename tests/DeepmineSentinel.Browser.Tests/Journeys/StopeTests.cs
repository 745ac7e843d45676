using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>A stope entered by hand, with and without scripts.</summary>
public sealed class StopeTests(TrainedSite site, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mistake_is_told_beside_its_field_and_the_stope_is_kept_and_predicted(bool script)
    {
        Screen screen = script ? Screen.Usual : Screen.Pocket with { Script = false };
        await using Visitor visitor = await chromium.VisitAsync(site.Address, screen);
        string name = $"Stope {screen}";

        await visitor.OpenAsync("/stopes/new");
        await FillAsync(visitor.Page, name, rqd: "140");
        await visitor.PressAsync("Create stope");
        await visitor.SeeAsync("Nothing was saved.");
        Assert.Equal(name, await visitor.Page.Locator("#name").InputValueAsync());

        await visitor.Page.Locator("#value-rqd").FillAsync("70");
        await visitor.PressAsync("Create stope");
        await visitor.SeeAsync("The stope was created.");
        await visitor.PressAsync("Predict now");
        await visitor.SeeAsync("Predicted now.");
        await visitor.SeeAsync("no readings: rock and geometry alone");

        await visitor.UnfoldAsync("Add a reading");
        await visitor.Page.Locator("#moment").FillAsync("2026-01-10T09:00");
        await visitor.Page.Locator("#value-deformation_rate").FillAsync("1,5");
        await visitor.PressAsync("Add reading");
        await visitor.SeeAsync("write decimals with a point");
        Assert.Equal("2026-01-10T09:00", await visitor.Page.Locator("#moment").InputValueAsync());
        await visitor.Page.Locator("#value-deformation_rate").FillAsync("1.5");
        await visitor.PressAsync("Add reading");
        await visitor.SeeAsync("The reading was kept.");
        await visitor.PressAsync("Predict now");
        await visitor.SeeAsync("10 Jan 2026 09:00 UTC");
        Assert.DoesNotContain(visitor.Complaints, complaint => !complaint.Contains("400", StringComparison.Ordinal));
    }

    private static async Task FillAsync(IPage page, string name, string rqd)
    {
        await page.Locator("#name").FillAsync(name);
        foreach (
            (string field, string value) in new[]
            {
                ("mine", "Demo mine (synthetic)"),
                ("RockType", "Granite"),
                ("Direction", "North"),
                ("SupportType", "Cable Bolts"),
            }
        )
        {
            await page.Locator($"#{field}").SelectOptionAsync(new SelectOptionValue { Label = value });
        }

        foreach (
            (string field, string value) in new[]
            {
                ("rqd", rqd),
                ("hr", "6.5"),
                ("depth", "420"),
                ("dip", "65"),
                ("undercut_wdt", "4"),
                ("support_density", "0.8"),
            }
        )
        {
            await page.Locator($"#value-{field}").FillAsync(value);
        }
    }
}
