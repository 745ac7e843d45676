using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Testing;
using DeepmineSentinel.Web.Services.Importing;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DeepmineSentinel.Web.Tests.Pages;

/// <summary>Undos that take longer than an answer waits, that fail, and that the site's end cuts off.</summary>
public sealed class ImportUndoPageTests : IDisposable
{
    private readonly TempFolder root = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task A_long_undo_shows_how_far_it_is_takes_a_second_press_and_ends_in_the_report()
    {
        await using PageSite site = Site();
        int import = await ImportAsync(site);
        IHtmlDocument question = await site.PageAsync($"/imports/{import}/undo");
        await using (await LockAsync(site))
        {
            using HttpResponseMessage first = await PressAsync(site, import);
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
            IHtmlDocument page = await site.PageAsync($"/imports/{import}");
            IElement part = page.QuerySelector("[data-live]")!;
            Assert.NotNull(part.QuerySelector("progress[aria-labelledby]"));
            Assert.Contains("Asked for by", part.TextContent, StringComparison.Ordinal);
            Assert.Equal(
                $"/imports/{import}",
                part.QuerySelector("noscript a")?.GetAttribute("href") ?? NoScript(part)
            );
            Assert.Contains(page.Scripts, script => script.Source!.StartsWith("/js/live.js", StringComparison.Ordinal));
            Assert.Null(page.QuerySelector($"a[href='/imports/{import}/undo']"));
            using HttpResponseMessage asked = await site.Browser().GetAsync($"/imports/{import}/undo", Token);
            Assert.Equal($"/imports/{import}", asked.Headers.Location!.OriginalString);
            using HttpResponseMessage second = await PressAsync(site, import, question);
            Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
            Assert.Equal(2, await ReadingsAsync(site));
        }

        await Eventually.TrueAsync(async () => await ReadingsAsync(site) == 0);
        await Eventually.TrueAsync(() => Directory.GetFiles(root.File("data/undos")).Length == 0);
        IHtmlDocument after = await site.PageAsync($"/imports/{import}");
        Assert.Null(after.QuerySelector("[data-live]"));
        Assert.Contains("This import was undone by", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("It was not undone", after.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_ends_in_the_middle_has_changed_nothing_and_says_so_when_it_is_back()
    {
        int import;
        await using (PageSite site = Site())
        {
            import = await ImportAsync(site);
            await using SqliteConnection writer = await LockAsync(site);
            using HttpResponseMessage pressed = await PressAsync(site, import);
            Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
            site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }

        await using PageSite again = Site();
        IHtmlDocument page = await again.PageAsync($"/imports/{import}");
        Assert.Contains("The site ended before the undo did.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await ReadingsAsync(again));
        Assert.NotNull(page.QuerySelector($"a[href='/imports/{import}/undo']"));

        using HttpResponseMessage done = await PressAsync(again, import);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        await Eventually.TrueAsync(async () => await ReadingsAsync(again) == 0);
        page = await again.PageAsync($"/imports/{import}");
        Assert.DoesNotContain("The site ended", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_of_another_import_that_had_its_number_is_no_news()
    {
        await using PageSite site = Site();
        int import = await ImportAsync(site);
        Directory.CreateDirectory(root.File("data/undos"));
        await File.WriteAllTextAsync(
            root.File($"data/undos/{import}.json"),
            $$"""{"batchId":{{import}},"importedAt":"2020-01-01T00:00:00Z","askedAt":"2020-01-02T00:00:00Z","askedBy":"x"}""",
            Token
        );
        IHtmlDocument page = await site.PageAsync($"/imports/{import}");
        Assert.DoesNotContain("It was not undone", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undo_that_fails_says_that_nothing_was_changed_and_can_be_asked_for_again()
    {
        await using PageSite site = Site();
        int import = await ImportAsync(site);
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            await database.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER Broken BEFORE DELETE ON ReadingSummaries BEGIN SELECT RAISE(ABORT, 'broken'); END",
                Token
            );
            using HttpResponseMessage failed = await PressAsync(site, import);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
            Assert.Contains("undo_failed", await failed.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
            IHtmlDocument page = await site.PageAsync($"/imports/{import}");
            Assert.Contains("It was not undone", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(2, await ReadingsAsync(site));
            await database.Database.ExecuteSqlRawAsync("DROP TRIGGER Broken", Token);
        }

        using HttpResponseMessage again = await PressAsync(site, import);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await Eventually.TrueAsync(async () => await ReadingsAsync(site) == 0);
    }

    private PageSite Site() => new([("Site:Root", root.Path)]);

    // A page without scripts is parsed with them here: what noscript holds is text.
    private static string NoScript(IElement part) =>
        part.QuerySelector("noscript")!.TextContent.Split("href=\"")[1].Split('"')[0];

    // Somebody else's write: the undo waits for it, as long as the test likes.
    private static async Task<SqliteConnection> LockAsync(PageSite site)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        SqliteConnection connection = new($"{database.Database.GetConnectionString()};Pooling=False");
        await connection.OpenAsync(Token);
        await using SqliteCommand begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(Token);
        return connection;
    }

    private static async Task<HttpResponseMessage> PressAsync(PageSite site, int import, IHtmlDocument? question = null)
    {
        string address = string.Create(CultureInfo.InvariantCulture, $"/imports/{import}/undo");
        if (question is null)
        {
            return await site.SubmitAsync(address, address);
        }

        // The form as it stood in another tab, with the token of this browser.
        HttpClient browser = site.Browser();
        IHtmlDocument list = await site.PageAsync("/import", browser);
        Dictionary<string, string> values = PageSite.Filled(question.Forms[0]);
        values["__RequestVerificationToken"] = PageSite.Filled(list.Forms[0])["__RequestVerificationToken"];
        using FormUrlEncodedContent form = new(values);
        return await browser.PostAsync(address, form, Token);
    }

    private static async Task<int> ImportAsync(PageSite site)
    {
        await site.AddStopeAsync(await site.AddMineAsync("North"), "S1");
        using MemoryStream content = new(
            "stope_name,timestamp,vibration_velocity\nS1,2024-01-01,1\nS1,2024-01-02,2\n"u8.ToArray()
        );
        ImportRequest request = new()
        {
            Kind = ImportKind.Readings,
            Content = content,
            FileName = "readings.csv",
            MineName = "North",
            By = "replaced by the service",
        };
        return (await site.Services.GetRequiredService<ImportService>().ImportAsync(request, null, Token))
            .BatchId!
            .Value;
    }

    private static async Task<int> ReadingsAsync(PageSite site)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.Readings.CountAsync(Token);
    }
}
