using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class ImportsPageTests : IAsyncLifetime
{
    private readonly PageSite site = new();
    private int stope;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        stope = await site.AddStopeAsync(await site.AddMineAsync("North"), "S1");

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_import_is_found_in_the_list_and_undone_after_a_question()
    {
        int import = await ImportAsync("S1,2024-01-01,1\nS1,2024-01-02,2\n");
        IHtmlDocument list = await site.PageAsync("/imports?kind=readings&state=standing&q=readings");
        Assert.Contains(
            $"/imports/{import}",
            list.QuerySelector("tbody a")!.GetAttribute("href")!,
            StringComparison.Ordinal
        );
        IHtmlDocument question = await site.PageAsync($"/imports/{import}/undo");
        Assert.Contains("2 rows that it added are removed", question.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await ReadingsAsync());

        long version = site.Services.GetRequiredService<DataChanges>().Version;
        using HttpResponseMessage done = await UndoAsync(import);
        Assert.Equal($"/imports/{import}", done.Headers.Location!.OriginalString);
        Assert.Equal(0, await ReadingsAsync());
        Assert.True(
            site.Services.GetRequiredService<DataChanges>().Version > version,
            "Predictions have to hear of it."
        );
        IHtmlDocument page = await site.PageAsync($"/imports/{import}");
        Assert.Contains("This import was undone by", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/imports/{import}/undo']"));
        Assert.Empty((await site.PageAsync("/imports?state=standing")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_undo_button_pressed_twice_undoes_once()
    {
        int import = await ImportAsync("S1,2024-01-01,1\n");
        HttpClient browser = site.Browser();
        IHtmlDocument question = await site.PageAsync($"/imports/{import}/undo", browser);
        using FormUrlEncodedContent form = new(PageSite.Filled(question.Forms[0]));
        string address = $"/imports/{import}/undo";
        HttpResponseMessage[] answers = await Task.WhenAll(
            browser.PostAsync(address, form, Token),
            browser.PostAsync(address, new FormUrlEncodedContent(PageSite.Filled(question.Forms[0])), Token)
        );
        // The second press meets the first one at work, or done.
        Assert.Contains(HttpStatusCode.Redirect, answers.Select(answer => answer.StatusCode));
        Assert.All(
            answers,
            answer => Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Conflict)
        );
        Assert.Equal(0, await ReadingsAsync());
        using HttpResponseMessage third = await PostFormAsync(browser, address, question);
        Assert.Equal(HttpStatusCode.Conflict, third.StatusCode);
        IHtmlDocument refused = await PageSite.ReadAsync(third);
        Assert.Contains("import_undone_already", refused.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_later_import_changed_is_refused_on_the_page_with_the_one_to_undo_first()
    {
        int first = await ImportAsync("S1,2024-01-01,1\n");
        int second = await ImportAsync("S1,2024-01-01,2\n");
        IHtmlDocument page = await site.PageAsync($"/imports/{first}");
        Assert.Contains($"undo these first: {second}.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/imports/{first}/undo']"));

        // A form that was open before the second import came.
        using HttpResponseMessage refused = await PostAsync($"/imports/{first}/undo", $"/imports/{second}/undo");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(
            "Nothing was undone.",
            (await PageSite.ReadAsync(refused)).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await ReadingsAsync());
    }

    [Theory]
    [InlineData("/imports/4711", HttpStatusCode.NotFound)]
    [InlineData("/imports/4711/undo", HttpStatusCode.NotFound)]
    [InlineData("/imports/nine", HttpStatusCode.NotFound)]
    [InlineData("/imports?page=-3&kind=cheese&state=x", HttpStatusCode.OK)]
    [InlineData("/imports?page=99999999999", HttpStatusCode.OK)]
    public async Task Addresses_of_nothing_are_answered_in_words(string address, HttpStatusCode expected)
    {
        using HttpResponseMessage answer = await site.Browser().GetAsync(address, Token);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_undoes_nothing()
    {
        int import = await ImportAsync("S1,2024-01-01,1\n");
        using FormUrlEncodedContent empty = new(Array.Empty<KeyValuePair<string, string>>());
        using HttpResponseMessage refused = await site.Browser().PostAsync($"/imports/{import}/undo", empty, Token);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(1, await ReadingsAsync());
    }

    [Fact]
    public async Task What_was_left_out_and_the_files_name_are_shown_as_text()
    {
        int import = await ImportAsync("S1,2024-01-01,1\nS9,2024-01-02,2\n", "<script>alert(1)</script>.csv");
        IHtmlDocument page = await site.PageAsync($"/imports/{import}");
        Assert.All(page.Scripts, script => Assert.Empty(script.Text));
        Assert.Contains("<script>alert(1)</script>.csv", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "names a stope",
            page.QuerySelector("section[aria-labelledby=problems]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("1", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/imports", 4)]
    [InlineData("/imports/{0}", 6)]
    public async Task The_number_of_statements_does_not_grow_with_the_imports(string address, int most)
    {
        int import = 0;
        foreach (int day in Enumerable.Range(1, 8))
        {
            import = await ImportAsync($"S1,2024-01-0{day},1\n");
        }

        string page = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, import);
        await site.PageAsync(page);
        Assert.InRange(await StatementsAsync(page), 1, most);
    }

    private async Task<int> StatementsAsync(string address)
    {
        site.Server.PreserveExecutionContext = true;
        using StatementCounter counter = new();
        await site.PageAsync(address);
        return counter.Count;
    }

    private Task<HttpResponseMessage> UndoAsync(int import) =>
        site.SubmitAsync($"/imports/{import}/undo", $"/imports/{import}/undo");

    private async Task<HttpResponseMessage> PostAsync(string address, string formOf)
    {
        HttpClient browser = site.Browser();
        return await PostFormAsync(browser, address, await site.PageAsync(formOf, browser));
    }

    private static async Task<HttpResponseMessage> PostFormAsync(HttpClient browser, string address, IHtmlDocument page)
    {
        using FormUrlEncodedContent form = new(PageSite.Filled(page.Forms[0]));
        return await browser.PostAsync(address, form, Token);
    }

    private async Task<int> ImportAsync(string rows, string name = "readings.csv")
    {
        using MemoryStream content = new(
            System.Text.Encoding.UTF8.GetBytes("stope_name,timestamp,vibration_velocity\n" + rows)
        );
        ImportReport report = await site
            .Services.GetRequiredService<ImportService>()
            .ImportAsync(
                new ImportRequest
                {
                    Kind = ImportKind.Readings,
                    Content = content,
                    FileName = name,
                    MineName = "North",
                    Update = true,
                    AcceptValid = true,
                    By = "replaced by the service",
                },
                null,
                Token
            );
        return report.BatchId!.Value;
    }

    private async Task<int> ReadingsAsync()
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.Readings.CountAsync(reading => reading.StopeId == stope, Token);
    }
}
