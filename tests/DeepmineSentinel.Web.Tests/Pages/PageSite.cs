using System.Globalization;
using AngleSharp;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Pages;

/// <summary>The site as a browser sees it, over a database of its own, without demo data and background work.</summary>
public sealed class PageSite : IAsyncDisposable
{
    private readonly TestSite site;

    public PageSite() => site = new TestSite();

    /// <param name="groups">Settings, in groups that belong together.</param>
    internal PageSite(params IEnumerable<(string Name, string Value)>[] groups) =>
        site = new TestSite([.. groups.SelectMany(group => group)]);

    public IServiceProvider Services => site.Services;

    public TestServer Server => site.Server;

    public HttpClient CreateClient() => site.CreateClient();

    public HttpClient Browser()
    {
        HttpClient client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    public async Task<SentinelDbContext> DatabaseAsync() =>
        await Services
            .GetRequiredService<IDbContextFactory<SentinelDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);

    public async Task<IHtmlDocument> PageAsync(string address, HttpClient? client = null)
    {
        using HttpResponseMessage response = await (client ?? Browser()).GetAsync(
            address,
            TestContext.Current.CancellationToken
        );
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return await ReadAsync(response);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        await ParseAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public static async Task<IHtmlDocument> ParseAsync(string html)
    {
        IBrowsingContext context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)
            await context.OpenAsync(request => request.Content(html), TestContext.Current.CancellationToken);
    }

    /// <summary>Sends the form of a page that posts to the address, with the token that the page gave it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(
        string page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        HttpClient client = Browser();
        IHtmlDocument document = await PageAsync(page, client);
        IHtmlFormElement form = document.Forms.First(one => one.GetAttribute("action") == action);
        Dictionary<string, string> values = Filled(form);
        foreach ((string name, string value) in fields)
        {
            values[name] = value;
        }

        using FormUrlEncodedContent content = new(values);
        return await client.PostAsync(action, content, TestContext.Current.CancellationToken);
    }

    /// <summary>What a browser would send of an untouched form.</summary>
    public static Dictionary<string, string> Filled(IHtmlFormElement form)
    {
        Dictionary<string, string> values = [];
        foreach (IHtmlInputElement input in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>())
        {
            bool choice = input.Type is "checkbox" or "radio";
            if (input.Type != "file" && (!choice || input.IsChecked))
            {
                values[input.Name!] = input.Value;
            }
        }

        foreach (IHtmlSelectElement select in form.QuerySelectorAll("select[name]").OfType<IHtmlSelectElement>())
        {
            values[select.Name!] = select.Value ?? "";
        }

        return values;
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
