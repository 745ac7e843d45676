using Microsoft.Playwright;

namespace DeepmineSentinel.Benchmarks.Site;

/// <summary>The system's Chromium, each visit without anything kept from the one before.</summary>
internal sealed class SiteBrowser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private SiteBrowser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static async Task<SiteBrowser> OpenAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        return new SiteBrowser(
            playwright,
            await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = Environment.GetEnvironmentVariable("SENTINEL_CHROMIUM") ?? "/usr/bin/chromium",
                    ChromiumSandbox = Environment.UserName != "root",
                }
            )
        );
    }

    /// <summary>Opens a page several times.</summary>
    /// <param name="page">Its address.</param>
    /// <param name="visits">How often.</param>
    /// <param name="measured">A script's function that tells a number, or its promise.</param>
    /// <param name="before">A script that runs before those of the page.</param>
    /// <returns>The numbers.</returns>
    public async Task<IReadOnlyList<double>> VisitAsync(Uri page, int visits, string measured, string before = "")
    {
        List<double> numbers = [];
        for (int visit = 0; visit < visits; visit++)
        {
            await using IBrowserContext visitor = await browser.NewContextAsync();
            await visitor.AddInitScriptAsync(before);
            IPage tab = await visitor.NewPageAsync();
            await tab.GotoAsync(page.ToString());
            numbers.Add(await tab.EvaluateAsync<double>(measured));
        }

        return numbers;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
