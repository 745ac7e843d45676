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
    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
