using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Web.Services.Help;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Help;

/// <summary>The pages of help as the site shows them.</summary>
public sealed partial class HelpPageTests : IAsyncLifetime
{
    private readonly PageSite site = new();
    private readonly HelpShelf shelf = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await site.AddMineAsync("Help");

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_page_answers_with_its_title_once_and_anchors_that_are_its_own()
    {
        Assert.True(shelf.All.Count > 15, "Hardly any page is in the program.");
        foreach (HelpPage page in shelf.All.Where(page => page.Language == "en"))
        {
            IHtmlDocument shown = await site.PageAsync(page.Address);
            Assert.Equal(page.Title, shown.QuerySelectorAll("h1").Single().TextContent);
            Assert.StartsWith(page.Title, shown.Title, StringComparison.Ordinal);
            string[] ids = [.. shown.QuerySelectorAll("[id]").Select(part => part.Id!)];
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
            Assert.All(
                shown.QuerySelectorAll("article table"),
                table => Assert.NotNull(table.QuerySelector("caption"))
            );
            Assert.All(shown.QuerySelectorAll("article img"), picture => Assert.NotEmpty(picture.GetAttribute("alt")!));
        }
    }

    [Fact]
    public async Task Every_link_and_picture_leads_to_a_page_a_file_and_an_anchor_that_are_there()
    {
        HashSet<string> links = [];
        foreach (HelpPage page in shelf.All)
        {
            IHtmlDocument shown = await site.PageAsync(page.Address);
            links.UnionWith(
                shown
                    .QuerySelectorAll("article a[href], article img[src]")
                    .Select(part => part.GetAttribute("href") ?? part.GetAttribute("src")!)
                    .Select(link => link.StartsWith('#') ? page.Address + link : link)
                    .Where(link => link.StartsWith('/'))
            );
        }

        Assert.True(links.Count > 40, "Hardly any link was found.");
        foreach (string link in links.Where(link => !link.Contains("RUN_ID", StringComparison.Ordinal)))
        {
            await FollowAsync(link);
        }
    }

    [Fact]
    public async Task Links_from_other_pages_into_help_lead_to_a_page_and_an_anchor()
    {
        string views = Path.Combine(RepositoryFiles.Root, "src", "DeepmineSentinel.Web", "Views");
        string[] places =
        [
            .. Directory
                .EnumerateFiles(views, "*.cshtml", SearchOption.AllDirectories)
                .SelectMany(file => Places().Matches(File.ReadAllText(file)))
                .Select(place => place.Groups[1].Value),
        ];

        Assert.True(places.Length > 8, "Hardly any page links to its help.");
        foreach (string place in places)
        {
            await FollowAsync($"/help/{place}");
        }
    }

    [Fact]
    public void Every_file_of_the_guide_is_listed_on_its_first_page()
    {
        Assert.Equal(
            shelf
                .All.Where(page => page.Language == "en" && IsOfGuide(page.Address))
                .Select(page => page.Address)
                .Order(),
            shelf.Guide("en").Select(page => page.Address).Order()
        );
    }

    [Fact]
    public void A_translated_page_has_the_parts_of_its_original_under_the_same_anchors()
    {
        HelpPage[] translated = [.. shelf.All.Where(page => page.Language != "en")];
        Assert.NotEmpty(translated);
        Assert.All(
            translated,
            page =>
            {
                HelpPage original = shelf.Find(page.Address, "en");
                Assert.Equal("en", original.Language);
                Assert.Equal(original.Sections.Select(part => part.Id), page.Sections.Select(part => part.Id));
                Assert.NotEqual(original.Title, page.Title);
            }
        );
    }

    [Fact]
    public async Task A_reader_of_Spanish_gets_it_where_it_is_written_and_English_marked_so_elsewhere()
    {
        IHtmlDocument translated = await site.PageAsync("/help/quickstart", Spanish());
        Assert.Equal("es", translated.QuerySelector("article")!.GetAttribute("lang"));
        Assert.Equal("Inicio rápido", translated.QuerySelector("h1")!.TextContent);

        IHtmlDocument original = await site.PageAsync("/help/reference/evidence", Spanish());
        Assert.Equal("es-CL", original.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", original.QuerySelector("article")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_not_found()
    {
        using HttpResponseMessage answer = await site.Browser().GetAsync("/help/nothing", Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private HttpClient Spanish()
    {
        HttpClient browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "es-CL");
        return browser;
    }

    private static bool IsOfGuide(string address) => !address.StartsWith("/help/reference/", StringComparison.Ordinal);

    private async Task FollowAsync(string link)
    {
        string[] parts = link.Split('#');
        using HttpResponseMessage answer = await site.Browser().GetAsync(parts[0], Token);
        Assert.True(answer.IsSuccessStatusCode, $"{link}: {answer.StatusCode}");
        if (parts.Length > 1)
        {
            IHtmlDocument page = await PageSite.ReadAsync(answer);
            Assert.True(page.GetElementById(parts[1]) is not null, $"{link}: there is no such anchor.");
        }
    }

    [GeneratedRegex("<help at=\"([^\"]+)\"")]
    private static partial Regex Places();
}
