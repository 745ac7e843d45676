using System.Diagnostics;
using System.Runtime.CompilerServices;
using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Pictures;

/// <summary>Takes the pictures of help from a running site, where SENTINEL_WRITE_PICTURES=1 asks for it (CONTRIBUTING.md).</summary>
public sealed class HelpPictures(Chromium chromium)
{
    private const int Width = 1200;
    private const int Height = 820;
    private const string Squeezer = "pngquant";

    [Fact]
    public async Task Are_taken_from_the_site_with_the_demo_mine()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("SENTINEL_WRITE_PICTURES") == "1",
            "Pictures are taken with SENTINEL_WRITE_PICTURES=1 only."
        );
        await using BrowserSite site = new();
        await SiteProgram.RunAsync(site.Root, "demo", "seed");
        string[] train =
        [
            .. "train-model --network compact --ensemble 3 --epochs 12 --promote always --no-input --seed".Split(' '),
        ];
        await SiteProgram.RunAsync(site.Root, [.. train, "1"]);
        await SiteProgram.RunAsync(site.Root, [.. train, "2"]);
        await site.StartAsync(("Site__SeedDemo", "false"), ("Alerts__Every", "00:00:02"));
        await using Visitor visitor = await chromium.VisitAsync(site.Address, new Screen(Width, ColorScheme.Light));

        await StopesAsync(visitor);
        await ModelsAsync(visitor);
        await ImportAsync(visitor, await OwnMine.WriteAsync(site.Root, damaged: true));
    }

    private static async Task StopesAsync(Visitor visitor)
    {
        ILocator predicted = visitor
            .Page.Locator("td .tag", new PageLocatorOptions { HasTextString = "network" })
            .First;
        await visitor.ReloadUntilAsync("/stopes", predicted);
        ILocator alert = visitor.Page.Locator("tbody a[href^='/alerts/']").First;
        await visitor.ReloadUntilAsync("/alerts", alert);
        await alert.ClickAsync();
        await WindowAsync(visitor, "alert", 900);

        await visitor.OpenAsync("/");
        await WindowAsync(visitor, "dashboard", 900);
        await visitor.OpenAsync("/stopes?sort=level&dir=desc");
        await visitor.Page.Locator("tbody th a").First.ClickAsync();
        await visitor.Page.Locator(".uplot").First.WaitForAsync();
        await WindowAsync(visitor, "prediction", 1100);
        await PartAsync(visitor, "readings", "section:has(.charts)");
        await PartAsync(visitor, "stability-graph", "section[aria-labelledby='stability-graph']");
    }

    private static async Task ModelsAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/models");
        foreach (ILocator box in await visitor.Page.Locator("input[name='run']").AllAsync())
        {
            await box.CheckAsync();
        }

        await visitor.PressAsync("Compare the chosen runs");
        await WindowAsync(visitor, "compare", Height);

        await visitor.OpenAsync("/training");
        await visitor.Page.Locator("#compact").CheckAsync();
        await visitor.PressAsync("Start training");
        await visitor.Page.WaitForURLAsync("**/training/2*");
        ILocator tenth = visitor.Page.Locator(
            "main",
            new PageLocatorOptions { HasTextRegex = new("epoch [1-9]\\d of") }
        );
        await tenth.WaitForAsync();
        await WindowAsync(visitor, "training-run", Height);
        await visitor.PressAsync("Cancel the run");
    }

    private static async Task ImportAsync(Visitor visitor, OwnMine mine)
    {
        await ImportSteps.ChooseAsync(visitor, mine.Stopes);
        await visitor.Page.GetByLabel("Name of a new mine").FillAsync("El Roble");
        await visitor.Page.GetByLabel("Time zone of times without one").FillAsync("America/Lima");
        await visitor.Page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        await WindowAsync(visitor, "import-columns", Height);
        await visitor.PressAsync("Check the whole file");
        await visitor.SeeAsync("1 problem in 12 rows");
        await WindowAsync(visitor, "import-report", 560);
    }

    private static async Task WindowAsync(Visitor visitor, string name, int height)
    {
        await visitor.Page.SetViewportSizeAsync(Width, height);
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = PathOf(name) });
        Squeeze(PathOf(name));
    }

    private static async Task PartAsync(Visitor visitor, string name, string selector)
    {
        await visitor
            .Page.Locator(selector)
            .First.ScreenshotAsync(new LocatorScreenshotOptions { Path = PathOf(name) });
        Squeeze(PathOf(name));
    }

    // By a palette, where the tool is installed: a third of the size.
    private static void Squeeze(string path)
    {
        bool isThere = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Squeezer)));
        if (isThere)
        {
            using Process process = Process.Start(Squeezer, ["--force", "--ext", ".png", "--strip", "128", path]);
            process.WaitForExit();
        }
    }

    private static string PathOf(string name, [CallerFilePath] string source = "") =>
        Path.GetFullPath($"../../../docs/pictures/{name}.png", Path.GetDirectoryName(source)!);
}
