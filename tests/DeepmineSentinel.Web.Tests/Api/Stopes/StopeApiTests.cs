using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Api.Stopes;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using static DeepmineSentinel.Web.Tests.Api.Stopes.StopeBodies;

namespace DeepmineSentinel.Web.Tests.Api.Stopes;

public sealed class StopeApiTests(PageSite site) : IClassFixture<PageSite>, IDisposable
{
    private readonly ApiClient api = new(site.CreateClient());

    public void Dispose() => api.Dispose();

    [Fact]
    public async Task A_stope_is_created_read_changed_replaced_archived_and_restored()
    {
        Mine mine = await site.AddMineAsync("Whole life");
        (HttpResponseMessage created, JsonElement made) = await PostAsync(Good(mine, "<b>S1</b>").ToJsonString());
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        string address = created.Headers.Location!.ToString();
        Assert.Equal("<b>S1</b>", made.GetProperty("name").GetString());
        Assert.Equal("cable_bolts", made.GetProperty("properties").GetProperty("supportType").GetString());

        (HttpResponseMessage changed, JsonElement patched) = await EditAsync(
            HttpMethod.Patch,
            address,
            created.Headers.ETag!.Tag,
            """{"properties": {"depthMetres": 500, "ucsMegapascals": 145}}"""
        );
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(500, patched.GetProperty("properties").GetProperty("depthMetres").GetDouble());
        Assert.Equal(71.5, patched.GetProperty("properties").GetProperty("rqdPercent").GetDouble());
        Assert.NotEqual(created.Headers.ETag, changed.Headers.ETag);

        (_, JsonElement replaced) = await EditAsync(
            HttpMethod.Put,
            address,
            changed.Headers.ETag!.Tag,
            Good(mine, "S2").ToJsonString()
        );
        Assert.Equal("S2", replaced.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, replaced.GetProperty("properties").GetProperty("ucsMegapascals").ValueKind);

        JsonElement archived = (await api.SendAsync(HttpMethod.Delete, address)).Body;
        Assert.NotEqual(JsonValueKind.Null, archived.GetProperty("archivedAt").ValueKind);
        Assert.Empty(await NamesAsync($"mineId={mine.Id}"));
        Assert.Equal(["S2"], await NamesAsync($"mineId={mine.Id}&archived=true"));
        string restore = archived.GetProperty("links").GetProperty("restore").GetString()!;
        JsonElement restored = (await api.SendAsync(HttpMethod.Post, restore)).Body;
        Assert.Equal(JsonValueKind.Null, restored.GetProperty("archivedAt").ValueKind);
        Assert.Equal(["S2"], await NamesAsync($"mineId={mine.Id}"));
    }

    [Fact]
    public void The_members_of_properties_are_those_of_a_stope()
    {
        string[] members =
        [
            .. JsonSerializer
                .SerializeToElement(PageData.Properties, WebJson.Options)
                .EnumerateObject()
                .Select(member => member.Name)
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(members, StopeFields.Reader.Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("name", null, "name", "must not be empty")]
    [InlineData("name", "7", "name", "must be text")]
    [InlineData("name", "\"a\\u0007b\"", "name", "control characters")]
    [InlineData("nmae", "\"x\"", "nmae", "did you mean name?")]
    [InlineData("mineId", null, "mineId", "must be given")]
    [InlineData("mineId", "\"1\"", "mineId", "whole number")]
    [InlineData("mineId", "1.5", "mineId", "whole number")]
    [InlineData("properties", null, "properties.rqdPercent", "must be given")]
    [InlineData("properties", "[]", "properties", "must be an object")]
    [InlineData("rqdPercent", "101", "properties.rqdPercent", "at most 100 %")]
    [InlineData("rqdPercent", "null", "properties.rqdPercent", "must be a number")]
    [InlineData("depthMetres", "1e999", "properties.depthMetres", "must be a number")]
    [InlineData("depthMetres", "\"300\"", "properties.depthMetres", "must be a number")]
    [InlineData("depth", "300", "properties.depth", "is not known")]
    [InlineData("rockType", "\"cheese\"", "properties.rockType", "must be granite or")]
    [InlineData("rockType", "0", "properties.rockType", "must be granite or")]
    [InlineData("supportInstalled", "\"yes\"", "properties.supportInstalled", "true or false")]
    [InlineData("supportType", "\"none\"", "properties.supportDensity", "must be 0")]
    [InlineData("qPrime", "0", "properties.qPrime", "above 0")]
    public async Task What_is_wrong_with_a_stope_is_named_member_by_member_and_nothing_is_kept(
        string member,
        string? json,
        string field,
        string reason
    )
    {
        Mine mine = await site.AddMineAsync($"Wrong {Guid.NewGuid():N}");
        (HttpResponseMessage, JsonElement Body) answer = await PostAsync(With(mine, member, json));

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_stope", answer);
        string said = answer.Body.GetProperty("errors").GetProperty(field)[0].GetString()!;
        Assert.Contains(reason, said, StringComparison.Ordinal);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.False(await database.Stopes.AnyAsync(s => s.MineId == mine.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_name_too_long_an_unknown_mine_and_a_second_press_are_refused()
    {
        Mine mine = await site.AddMineAsync("Refused");
        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "invalid_stope",
            await PostAsync(Good(mine, new string('x', 101)).ToJsonString())
        );
        JsonObject elsewhere = Good(mine, "S1");
        elsewhere["mineId"] = 999_999;
        ProblemAssert.Is(HttpStatusCode.NotFound, "mine_not_found", await PostAsync(elsewhere.ToJsonString()));
        string body = Good(mine, "S1").ToJsonString();
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(body)).Response.StatusCode);
        ProblemAssert.Is(HttpStatusCode.Conflict, "stope_name_taken", await PostAsync(body));
    }

    [Fact]
    public async Task Who_edits_what_somebody_else_changed_gets_both_versions_and_overwrites_nothing()
    {
        Mine mine = await site.AddMineAsync("Two scripts");
        int id = await site.AddStopeAsync(mine, "Shared");
        string seen = (await api.SendAsync(HttpMethod.Get, $"{Address}/{id}")).Response.Headers.ETag!.Tag;
        await EditAsync(HttpMethod.Patch, $"{Address}/{id}", seen, """{"properties": {"rqdPercent": 11}}""");

        (HttpResponseMessage, JsonElement Body) second = await EditAsync(
            HttpMethod.Patch,
            $"{Address}/{id}",
            seen,
            """{"properties": {"rqdPercent": 22}}"""
        );

        ProblemAssert.Is(HttpStatusCode.PreconditionFailed, "stope_changed", second);
        Assert.Equal(11, Rqd(second.Body.GetProperty("current")));
        Assert.Equal(22, Rqd(second.Body.GetProperty("sent")));
        string now = second.Body.GetProperty("currentETag").GetString()!;
        (_, JsonElement again) = await EditAsync(
            HttpMethod.Patch,
            $"{Address}/{id}",
            now,
            """{"properties": {"rqdPercent": 22}}"""
        );
        Assert.Equal(22, Rqd(again));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task An_edit_that_does_not_say_what_it_was_made_from_is_refused(string method)
    {
        Mine mine = await site.AddMineAsync($"Blind {method}");
        int id = await site.AddStopeAsync(mine, "S1");

        ProblemAssert.Is(
            HttpStatusCode.PreconditionRequired,
            "if_match_missing",
            await api.SendAsync(new HttpMethod(method), $"{Address}/{id}", Good(mine, "S1").ToJsonString())
        );
        ProblemAssert.Is(
            HttpStatusCode.PreconditionFailed,
            "stope_changed",
            await EditAsync(HttpMethod.Delete, $"{Address}/{id}", "\"99\"", null)
        );
        (HttpResponseMessage whatever, _) = await EditAsync(HttpMethod.Delete, $"{Address}/{id}", "*", null);
        Assert.Equal(HttpStatusCode.OK, whatever.StatusCode);
    }

    [Fact]
    public async Task A_stope_stays_in_its_mine()
    {
        Mine mine = await site.AddMineAsync("From");
        Mine other = await site.AddMineAsync("To");
        int id = await site.AddStopeAsync(mine, "S1");
        (HttpResponseMessage, JsonElement Body) moved = await EditAsync(
            HttpMethod.Patch,
            $"{Address}/{id}",
            "*",
            $$"""{"mineId": {{other.Id}}}"""
        );

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_stope", moved);
        Assert.True(moved.Body.GetProperty("errors").TryGetProperty("mineId", out _));
    }

    [Fact]
    public async Task What_the_caller_has_already_is_not_sent_again()
    {
        Mine mine = await site.AddMineAsync("Known");
        int id = await site.AddStopeAsync(mine, "S1");
        foreach (string address in new[] { $"{Address}/{id}", $"{Address}?mineId={mine.Id}", "/api/v1/mines" })
        {
            HttpResponseMessage first = (await api.SendAsync(HttpMethod.Get, address)).Response;
            Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(address, first.Headers.ETag!.ToString()));
        }

        string before = (await api.SendAsync(HttpMethod.Get, $"{Address}/{id}")).Response.Headers.ETag!.ToString();
        await EditAsync(HttpMethod.Patch, $"{Address}/{id}", "*", """{"name": "S2"}""");
        Assert.Equal(HttpStatusCode.OK, await AgainAsync($"{Address}/{id}", before));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PUT", "")]
    [InlineData("PATCH", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/restore")]
    public async Task An_id_that_is_none_and_one_that_is_unknown_are_told_apart(string method, string action)
    {
        string? body = method is "PUT" or "PATCH" ? "{}" : null;
        foreach (string id in new[] { "latest", "-1", "1e3", "99999999999999999999", "%2e%2e%2f" })
        {
            ProblemAssert.Is(
                HttpStatusCode.BadRequest,
                "invalid_stope_id",
                await api.SendAsync(new HttpMethod(method), $"{Address}/{id}{action}", body)
            );
        }

        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "stope_not_found",
            await api.SendAsync(new HttpMethod(method), $"{Address}/999999{action}", body)
        );
    }

    private Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(string body) =>
        api.SendAsync(HttpMethod.Post, Address, body);

    private async Task<(HttpResponseMessage Response, JsonElement Body)> EditAsync(
        HttpMethod method,
        string address,
        string seen,
        string? body
    )
    {
        using HttpRequestMessage request = ApiClient.Request(method, address, body);
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        return await api.SendAsync(request);
    }

    private async Task<HttpStatusCode> AgainAsync(string address, string tag)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return (await api.SendAsync(request)).Response.StatusCode;
    }

    private async Task<string[]> NamesAsync(string query) =>
        [
            .. (await api.SendAsync(HttpMethod.Get, $"{Address}?{query}"))
                .Body.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("name").GetString()!),
        ];

    private static double Rqd(JsonElement stope) =>
        stope.GetProperty("properties").GetProperty("rqdPercent").GetDouble();
}
