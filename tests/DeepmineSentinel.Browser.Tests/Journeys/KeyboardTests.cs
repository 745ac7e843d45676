using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>The way to a stope without a mouse; wherever the focus is, it is seen.</summary>
public sealed class KeyboardTests(TrainedSite site, Chromium chromium)
{
    private const int MostTabs = 60;
    private const string Focused =
        "() => (document.activeElement.id || document.activeElement.textContent || '').trim()";
    private const string IsSeen = """
        () => {
          const style = getComputedStyle(document.activeElement);
          return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        }
        """;

    [Fact]
    public async Task A_stope_is_found_opened_and_predicted_by_keys_alone()
    {
        await using Visitor visitor = await chromium.VisitAsync(site.Address);
        IPage page = visitor.Page;

        await visitor.OpenAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to content", await page.EvaluateAsync<string>(Focused));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>(Focused));

        await visitor.OpenAsync("/");
        await TabToAsync(page, "Stopes");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/stopes");
        await TabToAsync(page, "q");
        await page.Keyboard.TypeAsync("Demo 003");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**q=Demo*");
        await TabToAsync(page, "Demo 003");
        await page.Keyboard.PressAsync("Enter");
        await visitor.SeeAsync("Observed outcomes");
        await TabToAsync(page, "Predict now");
        await page.Keyboard.PressAsync("Enter");
        await visitor.SeeAsync("Predicted now.");
        Assert.Empty(visitor.Complaints);
    }

    private static async Task TabToAsync(IPage page, string wanted)
    {
        for (int i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            string at = await page.EvaluateAsync<string>(Focused);
            await page.WaitForFunctionAsync(IsSeen);
            if (at == wanted)
            {
                return;
            }
        }

        Assert.Fail($"'{wanted}' is not reached by {MostTabs} tabs.");
    }
}
