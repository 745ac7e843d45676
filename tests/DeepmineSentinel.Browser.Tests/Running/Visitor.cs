using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Running;

/// <summary>Somebody who uses the site; what went wrong behind the pages is kept.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const float PatienceMilliseconds = 180_000;
    private const float PauseMilliseconds = 500;
    private const int Reloads = 240;
    private readonly List<string> complaints = [];
    private readonly IBrowserContext context;

    private Visitor(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, requests that failed or left the site.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Visitor> ComeAsync(IBrowser browser, string address, Screen screen)
    {
        IBrowserContext context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address,
                ViewportSize = new ViewportSize { Width = screen.Width, Height = 900 },
                ColorScheme = screen.Theme,
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = screen.Script,
                AcceptDownloads = true,
                Locale = screen.Language,
            }
        );
        context.SetDefaultTimeout(PatienceMilliseconds);
        Visitor visitor = new(context, await context.NewPageAsync());
        visitor.Listen(address);
        return visitor;
    }

    /// <summary>Opens a page.</summary>
    public async Task OpenAsync(string path)
    {
        IResponse? response = await Page.GotoAsync(path);
        Assert.True(response is { Ok: true }, $"{path} answered {response?.Status}.");
    }

    /// <summary>Changes what the browser prefers, and waits until the page has followed.</summary>
    public async Task ChangeThemeAsync(ColorScheme theme)
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
        string name = theme == ColorScheme.Dark ? "dark" : "light";
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", name);
    }

    /// <summary>Presses a button by its name.</summary>
    public Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Follows a link by its name.</summary>
    public Task FollowAsync(string link) =>
        Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link }).First.ClickAsync();

    /// <summary>Unfolds what stands under a summary.</summary>
    public Task UnfoldAsync(string summary) =>
        Page.Locator("summary", new PageLocatorOptions { HasTextString = summary }).First.ClickAsync();

    /// <summary>Waits until the page's main part shows a text.</summary>
    public Task SeeAsync(string text) =>
        Assertions
            .Expect(Page.Locator("main"))
            .ToContainTextAsync(text, new LocatorAssertionsToContainTextOptions { Timeout = PatienceMilliseconds });

    /// <summary>Opens a page again and again until it has something, as somebody does who waits for work in the background.</summary>
    public async Task ReloadUntilAsync(string path, ILocator wanted)
    {
        for (int i = 0; i < Reloads && await wanted.CountAsync() == 0; i++)
        {
            await OpenAsync(path);
            await Page.WaitForTimeoutAsync(PauseMilliseconds);
        }

        await Assertions.Expect(wanted).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Listen(string address)
    {
        Page.PageError += (_, error) => complaints.Add($"{Page.Url}: {error}");
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add($"{Page.Url}: {message.Text}");
            }
        };
        Page.Request += (_, request) =>
        {
            bool inside =
                request.Url.StartsWith(address, StringComparison.Ordinal)
                || request.Url.StartsWith("data:", StringComparison.Ordinal)
                || request.Url.StartsWith("blob:", StringComparison.Ordinal);
            if (!inside)
            {
                complaints.Add($"{Page.Url} asked for {request.Url}");
            }
        };
    }
}
