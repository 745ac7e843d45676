using DeepmineSentinel.Browser.Tests.Running;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Pages;

/// <summary>What must hold for every linked page on every screen.</summary>
public sealed class AccessibilityTests(TrainedSite site, Chromium chromium)
{
    private const string OpenAll = "() => document.querySelectorAll('details').forEach(d => d.open = true)";
    private const string Overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static readonly AxeRunOptions AllRules = RulesOf(
        "tag",
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    );

    // The other theme changes only colours.
    private static readonly AxeRunOptions RulesOfLooks = RulesOf("rule", ["color-contrast"]);

    [Theory]
    [InlineData(1440, ColorScheme.Light, "en-GB")]
    [InlineData(360, ColorScheme.Dark, "es-CL")] // longer words in the narrowest window
    public async Task Axe_finds_nothing_nothing_overflows_and_nothing_is_asked_of_others(
        int width,
        ColorScheme theme,
        string language
    )
    {
        await using Visitor visitor = await chromium.VisitAsync(
            site.Address,
            new Screen(width, theme, Language: language)
        );
        List<string> found = [];

        int kinds = await SiteMap.WalkAsync(
            visitor,
            ["/"],
            async address =>
            {
                await visitor.Page.EvaluateAsync(OpenAll);
                found.AddRange(await ViolationsAsync(visitor.Page, AllRules, address));
                await visitor.ChangeThemeAsync(theme == ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark);
                found.AddRange(await ViolationsAsync(visitor.Page, RulesOfLooks, address));
                await visitor.ChangeThemeAsync(theme);
                int wider = await visitor.Page.EvaluateAsync<int>(Overflow);
                if (wider > 0)
                {
                    found.Add($"{address} is {wider} px wider than the window.");
                }
            }
        );

        Assert.True(kinds > 15, $"Only {kinds} kinds of pages are linked.");
        Assert.True(found.Count + visitor.Complaints.Count == 0, string.Join('\n', found.Concat(visitor.Complaints)));
    }

    private static AxeRunOptions RulesOf(string type, List<string> values) =>
        new()
        {
            RunOnly = new RunOnlyOptions { Type = type, Values = values },
        };

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, AxeRunOptions rules, string address)
    {
        AxeResult result = await page.RunAxe(rules);
        return result.Violations.Select(violation =>
            $"{address}: {violation.Id}, {violation.Help}: "
            + string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))
        );
    }
}
