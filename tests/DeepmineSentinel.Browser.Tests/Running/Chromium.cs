using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DeepmineSentinel.Browser.Tests.Running.Chromium))]

namespace DeepmineSentinel.Browser.Tests.Running;

/// <summary>The browser of the system, started once.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string? Path { get; } =
        Environment.GetEnvironmentVariable("SENTINEL_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    // Where a browser has to be there, its absence is a failure and no reason to skip.
    private static bool IsRequired => Environment.GetEnvironmentVariable("SENTINEL_BROWSER") == "required";

    public async ValueTask InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Path,
                // Root cannot have Chromium's sandbox; only the site under test is ever opened.
                ChromiumSandbox = Environment.UserName != "root",
                Args = ["--disable-gpu", "--disable-dev-shm-usage"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>Somebody who opens the site: no cookies, a screen, a theme.</summary>
    internal async Task<Visitor> VisitAsync(string address, Screen? screen = null)
    {
        if (browser is null)
        {
            const string Missing = "No Chromium here: install the package chromium, or name one by SENTINEL_CHROMIUM.";
            Assert.SkipUnless(IsRequired, Missing);
            Assert.Fail(Missing);
        }

        return await Visitor.ComeAsync(browser, address, screen ?? Screen.Usual);
    }
}
