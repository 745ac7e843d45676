using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.AspNetCore.Mvc.Testing;

namespace DeepmineSentinel.Web.Tests.Registry;

public sealed class ModelPageTests(TrainedMine mine)
{
    private const string Title = "compact \u00b7 stope \u00b7 Demo mine \u00b7 2";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/models")]
    [InlineData("/models/RUN")]
    [InlineData("/models/compare?run=RUN&run=PREVIOUS")]
    [InlineData("/training")]
    [InlineData("/training/RUN")]
    public async Task A_run_is_named_by_network_purpose_mine_and_date_beside_its_id(string address)
    {
        await using TestSite site = new(mine);
        using HttpClient browser = site.CreateClient();

        using HttpResponseMessage response = await browser.GetAsync(
            address
                .Replace("RUN", mine.Production, StringComparison.Ordinal)
                .Replace("PREVIOUS", mine.Previous, StringComparison.Ordinal),
            Token
        );
        string text = (await PageSite.ReadAsync(response)).QuerySelector("main")!.TextContent;

        Assert.Contains(Title, text, StringComparison.Ordinal);
        Assert.Contains(mine.Production, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_and_the_report_name_a_run_as_the_pages_do()
    {
        await using TestSite site = new(mine);

        CommandResult list = await site.CommandLine.RunAsync("models", "list");
        CommandResult show = await site.CommandLine.RunAsync("models", "show", mine.Production);
        CommandResult compared = await site.CommandLine.RunAsync("models", "compare", mine.Production, mine.Previous);
        using HttpClient browser = site.CreateClient();
        IHtmlDocument report = await PageSite.ReadAsync(
            await browser.GetAsync($"/api/v1/export/{mine.Production}/report", Token)
        );

        Assert.Contains(
            list.Output.Split('\n'),
            line =>
                line.StartsWith(mine.Production, StringComparison.Ordinal)
                && line.Contains(Title, StringComparison.Ordinal)
        );
        Assert.Contains(Title, show.Output, StringComparison.Ordinal);
        Assert.Contains($"{mine.Production}  {Title}", compared.Output, StringComparison.Ordinal);
        Assert.StartsWith(Title, report.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(Title, report.Title, StringComparison.Ordinal);
        Assert.Contains(mine.Production, report.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_version_is_not_promoted_by_the_page_and_the_file_is_named()
    {
        await using TestSite site = new(mine);
        using HttpClient browser = site.CreateClient(
            new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }
        );
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        using HttpResponseMessage page = await browser.GetAsync($"/models/{mine.Previous}", Token);
        IHtmlFormElement form = (await PageSite.ReadAsync(page)).Forms.First(one =>
            one.GetAttribute("action") == $"/models/{mine.Previous}/promote"
        );
        string file = Path.Combine(site.Root, "models", mine.Previous, ArtifactFileNames.Model);
        byte[] bytes = await File.ReadAllBytesAsync(file, Token);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Token);

        using FormUrlEncodedContent sent = new(PageSite.Filled(form));
        using HttpResponseMessage answer = await browser.PostAsync($"/models/{mine.Previous}/promote", sent, Token);

        Assert.InRange((int)answer.StatusCode, 400, 599);
        Assert.NotEqual(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            ArtifactFileNames.Model,
            await answer.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal
        );
        Assert.Equal(mine.Production, (await site.Get<ModelRegistry>().ProductionAsync(Token))?.RunId);
    }
}
