using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Registry;

/// <summary>What a person does on the model pages, form by form.</summary>
public sealed class ModelFormsTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_kept_and_shown()
    {
        await using TestSite site = new(mine);
        IHtmlDocument page = await SendAsync(site, $"/models/{mine.Production}/notes", ("notes", "Best of May <b>"));
        Assert.Equal("Best of May <b>", page.QuerySelector("textarea[name=notes]")!.TextContent);
    }

    [Fact]
    public async Task A_version_is_pinned_and_unpinned()
    {
        await using TestSite site = new(mine);
        ModelRegistry registry = site.Get<ModelRegistry>();

        await SendAsync(site, $"/models/{mine.Production}/pin");
        bool pinned = (await registry.GetAsync(mine.Production, Token)).Pinned;
        await SendAsync(site, $"/models/{mine.Production}/unpin");

        Assert.True(pinned);
        Assert.False((await registry.GetAsync(mine.Production, Token)).Pinned);
    }

    [Fact]
    public async Task A_version_that_missed_the_gate_asks_for_a_reason_and_shows_it_afterwards()
    {
        await using TestSite site = new(mine);
        IHtmlDocument page = await SendAsync(site, $"/models/{mine.Previous}/promote", ("reason", "Earlier warnings"));

        Assert.Contains("Earlier warnings", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(mine.Previous, (await site.Get<ModelRegistry>().ProductionAsync(Token))?.RunId);
    }

    [Fact]
    public async Task Rolling_back_asks_once_more_and_keeps_the_reason()
    {
        await using TestSite site = new(mine);
        await SendAsync(site, "/models/rollback", $"/models/{mine.Production}", ("reason", "Too many alarms"));

        PointerMove move = (await site.Get<ModelPointers>().HistoryAsync(null, Token))[0];
        Assert.Equal(
            (PointerMoveKind.Rollback, mine.Previous, "Too many alarms"),
            (move.Kind, move.RunId, move.Reason)
        );
    }

    [Fact]
    public async Task A_form_rolls_back_its_own_purpose_and_a_word_that_is_none_moves_nothing()
    {
        await using TestSite site = new(mine);
        string first = OtherPurpose.Make(site.Root, 1);
        string second = OtherPurpose.Make(site.Root, 2);
        await site.CommandLine.RunAsync("models", "rescan");
        await site.CommandLine.RunAsync("models", "promote", first, "--override", "First.");
        await site.CommandLine.RunAsync("models", "promote", second, "--override", "Second.");
        ModelPointers pointers = site.Get<ModelPointers>();

        await SendAsync(site, "/models/rollback", $"/models/{second}");
        ProductionPointers moved = await pointers.ReadAsync(ModelPurpose.CaseHistory, Token);
        await Assert.ThrowsAnyAsync<Exception>(() =>
            SendAsync(site, "/models/rollback", $"/models/{first}", ("purpose", "else"))
        );

        Assert.Equal((first, second), (moved.Production?.RunId, moved.Previous?.RunId));
        Assert.Equal(first, (await pointers.ReadAsync(ModelPurpose.CaseHistory, Token)).Production?.RunId);
        Assert.Equal(mine.Production, (await pointers.ReadAsync(ModelPurpose.Stope, Token)).Production?.RunId);
    }

    private static Task<IHtmlDocument> SendAsync(
        TestSite site,
        string action,
        params (string Name, string Value)[] fields
    ) => SendAsync(site, action, action[..action.LastIndexOf('/')], fields);

    private static async Task<IHtmlDocument> SendAsync(
        TestSite site,
        string action,
        string page,
        params (string Name, string Value)[] fields
    )
    {
        using HttpClient browser = site.CreateClient();
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        using HttpResponseMessage shown = await browser.GetAsync(page, Token);
        IHtmlFormElement form = (await PageSite.ReadAsync(shown)).Forms.First(one =>
            one.GetAttribute("action") == action
        );
        Dictionary<string, string> values = PageSite.Filled(form);
        foreach ((string name, string value) in fields)
        {
            Assert.NotNull(form.QuerySelector($"[name={name}]"));
            values[name] = value;
        }

        using FormUrlEncodedContent sent = new(values);
        using HttpResponseMessage answer = await browser.PostAsync(action, sent, Token);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        return await PageSite.ReadAsync(answer);
    }
}
