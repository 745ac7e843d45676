using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class StopeNotesPageTests(PageSite site) : IClassFixture<PageSite>
{
    private const string Script = "<script>alert(1)</script>\nSecond line";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_kept_as_text_archived_and_restored_and_never_deleted()
    {
        int stope = await StopeAsync("Round");
        using HttpResponseMessage kept = await AddAsync(stope, Script);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        Assert.Equal(Script, Notes(page).QuerySelector(".note")!.TextContent);
        Assert.Contains("operator", Notes(page).TextContent, StringComparison.Ordinal);
        Assert.All(page.Scripts, script => Assert.Empty(script.Text));

        StopeNote note = Assert.Single(await NotesAsync(stope));
        using HttpResponseMessage gone = await MoveAsync(stope, note.Id, "archive");
        Assert.Null(Notes(await site.PageAsync($"/stopes/{stope}")).QuerySelector(".note"));
        IHtmlDocument all = await site.PageAsync($"/stopes/{stope}/notes");
        Assert.Equal("archived", all.QuerySelector("ul .tag")!.TextContent);

        using HttpResponseMessage back = await MoveAsync(stope, note.Id, "restore");
        Assert.NotNull(Notes(await site.PageAsync($"/stopes/{stope}")).QuerySelector(".note"));
        string trail = (await site.PageAsync($"/stopes/{stope}/history")).QuerySelector("ol.timeline")!.TextContent;
        Assert.Contains("Note added", trail, StringComparison.Ordinal);
        Assert.Contains("Note archived", trail, StringComparison.Ordinal);
        Assert.Contains("Note restored", trail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("   ", "Write something.")]
    [InlineData(null, "at most 2000 characters")]
    public async Task A_note_that_cannot_be_is_told_in_place_and_what_was_typed_is_kept(string? text, string reason)
    {
        int stope = await StopeAsync($"Wrong {reason}");
        string typed = text ?? new string('x', 2_001);

        using HttpResponseMessage refused = await AddAsync(stope, typed);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.Contains(reason, page.GetElementById("note-text-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed.Trim(), page.GetElementById("note-text")!.TextContent.Trim());
        Assert.Empty(await NotesAsync(stope));
    }

    [Fact]
    public async Task The_same_note_sent_twice_is_one_note()
    {
        int stope = await StopeAsync("Twice");
        using HttpResponseMessage first = await AddAsync(stope, "Loose rock at the brow.");
        using HttpResponseMessage second = await AddAsync(stope, "Loose rock at the brow.");

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Single(await NotesAsync(stope));
    }

    [Fact]
    public async Task A_note_of_another_stope_is_not_moved_and_unknown_ones_are_told()
    {
        int one = await StopeAsync("One");
        int other = await StopeAsync("Other");
        using HttpResponseMessage kept = await AddAsync(one, "Mine.");
        int note = (await NotesAsync(one))[0].Id;

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await PostAsync(one, $"/stopes/{other}/notes/{note}/archive")).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(one, $"/stopes/{one}/notes/999999/archive")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(one, "/stopes/999999/notes")).StatusCode);
        Assert.Null((await NotesAsync(one))[0].ArchivedAt);
    }

    [Fact]
    public async Task Many_notes_are_paged_and_the_stopes_page_lists_the_newest()
    {
        int stope = await StopeAsync("Many");
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.StopeNotes.AddRange(
                Enumerable
                    .Range(0, 60)
                    .Select(i => new StopeNote(stope, $"Note {i}", "operator", PageData.Now.AddMinutes(i - 90)))
            );
            await database.SaveChangesAsync(Token);
        }

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        Assert.Equal(20, Notes(page).QuerySelectorAll(".note").Length);
        Assert.Equal("Note 59", Notes(page).QuerySelector(".note")!.TextContent);
        IHtmlDocument second = await site.PageAsync($"/stopes/{stope}/notes?page=2");
        Assert.Equal(10, second.QuerySelectorAll(".note").Length);
        site.Server.PreserveExecutionContext = true;
        using StatementCounter counter = new();
        await site.PageAsync($"/stopes/{stope}/notes?page=2");
        Assert.InRange(counter.Count, 1, 4);
    }

    private static AngleSharp.Dom.IElement Notes(IHtmlDocument page) =>
        page.QuerySelector("section[aria-labelledby=notes]")!;

    private async Task<int> StopeAsync(string mine) =>
        await site.AddStopeAsync(await site.AddMineAsync($"Notes {mine}"), "S1");

    private Task<HttpResponseMessage> AddAsync(int stope, string text) =>
        site.SubmitAsync($"/stopes/{stope}", $"/stopes/{stope}/notes", ("Text", text));

    private Task<HttpResponseMessage> MoveAsync(int stope, int note, string how) =>
        site.SubmitAsync($"/stopes/{stope}/notes", $"/stopes/{stope}/notes/{note}/{how}");

    private async Task<HttpResponseMessage> PostAsync(int stope, string address)
    {
        HttpClient client = site.Browser();
        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}/notes", client);
        Dictionary<string, string> values = PageSite.Filled(
            page.Forms.First(form => form.Action.EndsWith("/notes", StringComparison.Ordinal))
        );
        values["Text"] = "Text";
        using FormUrlEncodedContent content = new(values);
        return await client.PostAsync(address, content, Token);
    }

    private async Task<List<StopeNote>> NotesAsync(int stope)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.StopeNotes.Where(note => note.StopeId == stope).ToListAsync(Token);
    }
}
