using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class MinePageTests(PageSite site) : IClassFixture<PageSite>
{
    [Fact]
    public async Task A_mine_is_created_listed_and_moved_to_another_zone()
    {
        using HttpResponseMessage created = await CreateAsync("<b>Round</b> trip", "America/Lima");
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        Mine mine = (await MineAsync("<b>Round</b> trip"))!;
        Assert.Equal("America/Lima", mine.TimeZoneId);
        Assert.False(mine.IsSynthetic);

        string address = $"/mines/{mine.Id}/edit";
        using HttpResponseMessage saved = await site.SubmitAsync(
            address,
            address,
            ("Name", "Round trip 2"),
            ("TimeZone", "Australia/Perth")
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        IHtmlDocument list = await site.PageAsync("/mines");
        string row = list.QuerySelectorAll("tbody tr")
            .Single(one => one.TextContent.Contains("Round trip 2", StringComparison.Ordinal))
            .TextContent;
        Assert.Contains("Australia/Perth", row, StringComparison.Ordinal);

        IHtmlDocument page = await site.PageAsync(address);
        string told = page.QuerySelector("section[aria-labelledby=history]")!.TextContent;
        Assert.Contains("Round trip 2", told, StringComparison.Ordinal);
        Assert.Contains("America/Lima", told, StringComparison.Ordinal);
        Assert.All(page.Scripts, script => Assert.Empty(script.Text));
    }

    [Theory]
    [InlineData("", "UTC", "name", "must not be empty")]
    [InlineData("   ", "UTC", "name", "must not be empty")]
    [InlineData("Zoned", "", "zone", "is not known")]
    [InlineData("Zoned", "Atlantis/Poseidonis", "zone", "is not known")]
    [InlineData("Zoned", "<script>alert(1)</script>", "zone", "is not known")]
    [InlineData("Zoned", "../../etc/passwd", "zone", "is not known")]
    public async Task What_cannot_be_is_told_beside_its_field(string name, string zone, string field, string reason)
    {
        using HttpResponseMessage refused = await CreateAsync(name, zone);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.Contains(reason, Error(page, field), StringComparison.Ordinal);
        Assert.Equal(zone, ((IHtmlInputElement)page.GetElementById("zone")!).Value);
        Assert.Null(await MineAsync("Zoned"));
    }

    [Fact]
    public async Task A_name_that_is_too_long_or_taken_in_any_case_is_refused_at_the_name()
    {
        await site.AddMineAsync("Taken mine");

        using HttpResponseMessage tooLong = await CreateAsync(new string('x', 101), "UTC");
        using HttpResponseMessage taken = await CreateAsync("TAKEN MINE", "UTC");

        Assert.Contains("longer than 100", Error(await PageSite.ReadAsync(tooLong), "name"), StringComparison.Ordinal);
        Assert.Contains("this name already", Error(await PageSite.ReadAsync(taken), "name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_editor_sees_what_the_first_one_saved_and_overwrites_nothing()
    {
        Mine mine = await site.AddMineAsync("Two editors of a mine");
        string address = $"/mines/{mine.Id}/edit";
        using HttpResponseMessage first = await site.SubmitAsync(address, address, ("TimeZone", "America/Lima"));
        using HttpResponseMessage second = await site.SubmitAsync(
            address,
            address,
            ("SeenZone", "America/Santiago"),
            ("TimeZone", "UTC")
        );

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(second);
        string notice = page.QuerySelector(".notice.bad")!.TextContent;
        Assert.Contains("Somebody else changed this mine", notice, StringComparison.Ordinal);
        Assert.Contains("America/Lima", notice, StringComparison.Ordinal);
        Assert.Equal("America/Lima", (await MineAsync(mine.Name))!.TimeZoneId);
    }

    [Fact]
    public async Task A_generated_mine_keeps_the_name_that_it_is_removed_by()
    {
        Mine mine = await site.AddMineAsync("Generated", synthetic: true);
        string address = $"/mines/{mine.Id}/edit";

        using HttpResponseMessage refused = await site.SubmitAsync(address, address, ("Name", "Real"));

        Assert.Contains("keeps its name", Error(await PageSite.ReadAsync(refused), "name"), StringComparison.Ordinal);
        Assert.NotNull(await MineAsync("Generated"));
    }

    [Fact]
    public async Task Sending_a_new_mine_twice_makes_one()
    {
        using HttpResponseMessage first = await CreateAsync("Sent twice", "UTC");
        using HttpResponseMessage second = await CreateAsync("Sent twice", "UTC");

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
    }

    [Fact]
    public async Task A_mine_that_does_not_exist_and_an_expired_form_are_told_in_words()
    {
        HttpClient client = site.Browser();
        using HttpResponseMessage unknown = await client.GetAsync(
            "/mines/999999/edit",
            TestContext.Current.CancellationToken
        );
        using FormUrlEncodedContent content = new(new Dictionary<string, string> { ["Name"] = "X" });
        using HttpResponseMessage expired = await client.PostAsync(
            "/mines/new",
            content,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, expired.StatusCode);
    }

    [Fact]
    public async Task The_list_takes_as_many_statements_for_many_mines_as_for_one()
    {
        await site.AddMineAsync("Counted");
        site.Server.PreserveExecutionContext = true;
        await site.PageAsync("/mines");

        using StatementCounter counter = new();
        await site.PageAsync("/mines");
        Assert.InRange(counter.Count, 1, 3);
    }

    private Task<HttpResponseMessage> CreateAsync(string name, string zone) =>
        site.SubmitAsync("/mines/new", "/mines/new", ("Name", name), ("TimeZone", zone));

    private async Task<Mine?> MineAsync(string name)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.Mines.FirstOrDefaultAsync(
            mine => mine.Name == name,
            TestContext.Current.CancellationToken
        );
    }

    private static string Error(IHtmlDocument page, string field) =>
        page.GetElementById($"{field}-error")?.TextContent ?? "";
}
