using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>Reading the site in Spanish: chosen in the footer, with and without scripts.</summary>
public sealed class LanguageTests(TrainedSite site, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_language_is_chosen_and_the_page_comes_back_in_it(bool script)
    {
        await using Visitor visitor = await chromium.VisitAsync(
            site.Address,
            (script ? Screen.Usual : Screen.Pocket) with
            {
                Script = script,
            }
        );
        IPage page = visitor.Page;
        await visitor.OpenAsync("/stopes?q=Demo");
        await page.GetByLabel("Language").SelectOptionAsync("es-CL");
        await visitor.PressAsync("Apply");
        await visitor.SeeAsync("El nombre contiene");
        Assert.EndsWith("/stopes?q=Demo", page.Url, StringComparison.Ordinal);
        await visitor.FollowAsync("Demo 003");
        await visitor.SeeAsync("Resultados observados");
        if (script)
        {
            await Assertions.Expect(page.Locator("[data-note]")).ToContainTextAsync("Cada lectura es un punto");
            await Assertions.Expect(page.Locator(".chart-title").First).ToContainTextAsync("Velocidad de vibración");
        }

        await page.GetByLabel("Idioma").SelectOptionAsync("en");
        await visitor.PressAsync("Aplicar");
        await visitor.SeeAsync("Observed outcomes");
        Assert.Empty(visitor.Complaints);
    }
}
