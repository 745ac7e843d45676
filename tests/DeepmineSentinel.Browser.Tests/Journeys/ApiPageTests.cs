using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>The API tried out by hand, on its page.</summary>
public sealed class ApiPageTests(TrainedSite site, Chromium chromium)
{
    [Fact]
    public async Task An_operation_is_opened_sent_and_answered_and_a_wrong_call_shows_its_problem()
    {
        await using Visitor visitor = await chromium.VisitAsync(site.Address);

        await visitor.OpenAsync("/");
        await visitor
            .Page.Locator("footer")
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "API" })
            .ClickAsync();
        await visitor
            .Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Groups" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Stopes" })
            .ClickAsync();

        ILocator list = Operation(visitor, "/api/v1/stopes");
        await list.Locator("summary").ClickAsync();
        await list.GetByLabel("pageSize").FillAsync("2");
        await list.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Send" }).ClickAsync();
        await Assertions.Expect(list.Locator("[data-api-answer]")).ToContainTextAsync("200 OK");
        await Assertions.Expect(list.Locator("[data-api-answer]")).ToContainTextAsync("\"pageSize\": 2");

        ILocator one = Operation(visitor, "/api/v1/stopes/{id}");
        await one.Locator("summary").ClickAsync();
        await one.GetByLabel("id", new LocatorGetByLabelOptions { Exact = false }).First.FillAsync("999999");
        await one.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Send" }).ClickAsync();
        await Assertions.Expect(one.Locator("[data-api-answer]")).ToContainTextAsync("stope_not_found");
        Assert.DoesNotContain(visitor.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    private static ILocator Operation(Visitor visitor, string path) =>
        visitor.Page.Locator($"details:has(form[data-api-method='GET'][data-api-path='{path}'])");
}
