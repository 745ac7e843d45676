using System.Text.Json;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Pages;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>Training, models, batches, imports, cases, health and the API's page as a reader in Chile gets them.</summary>
public sealed class SpanishWorkPageTests : IAsyncLifetime
{
    private readonly PageSite site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Mine mine = await site.AddMineAsync("El Teniente");
        await site.AddStopeAsync(mine, "S-1");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/training", "Entrenamiento")]
    [InlineData("/models", "Modelos")]
    [InlineData("/predictions", "Predicciones de muchos caserones")]
    [InlineData("/predictions/new", "Predecir muchos caserones")]
    [InlineData("/import", "Importar")]
    [InlineData("/imports", "Importaciones")]
    [InlineData("/cases", "Casos históricos")]
    [InlineData("/health", "Estado")]
    [InlineData("/api", "API")]
    public async Task Every_page_has_its_language_and_its_heading(string address, string heading)
    {
        IHtmlDocument page = await site.PageAsync($"{address}?lang=es-CL");
        Assert.Equal("es-CL", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(heading, page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_run_is_told_in_Spanish_by_attributes_and_by_the_binder()
    {
        string text = await SentAsync(
            "/training",
            "/training",
            ("Epochs", "0"),
            ("Network", "gigantic"),
            ("LearningRate", "fast")
        );
        Assert.Contains("No se inició nada.", text, StringComparison.Ordinal);
        Assert.Contains("Las épocas deben ser como mínimo 1", text, StringComparison.Ordinal);
        Assert.Contains("Elija compact o enhanced.", text, StringComparison.Ordinal);
        Assert.Contains("El valor 'fast' no es válido para LearningRate.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_of_stopes_is_stored_in_English_and_shown_in_Spanish()
    {
        await SentAsync("/predictions/new", "/predictions", ("Which", "all"));
        await SentAsync("/predictions/new?q=S", "/predictions", ("Which", "all"));
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.Equal(
            ["all active stopes", "stopes whose name contains \u201cS\u201d"],
            database.PredictionBatches.OrderBy(batch => batch.Id).Select(batch => batch.Selection)
        );

        IHtmlDocument list = await site.PageAsync("/predictions?lang=es-CL");
        Assert.Contains("todos los caserones activos", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "caserones cuyo nombre contiene \u00abS\u00bb",
            list.Body.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(list.QuerySelector("td [lang=en]"));
    }

    [Fact]
    public async Task The_script_that_follows_a_run_gets_its_words_from_the_page()
    {
        string id = "20260201_000000_0000000e";
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.TrainingRuns.Add(
                new TrainingRun
                {
                    RunId = id,
                    Origin = TrainingOrigin.Site,
                    RequestedBy = "tester",
                    RequestedAt = PageData.Now,
                    Options = "{}",
                    Network = "compact",
                    Epochs = 10,
                }
            );
            await database.SaveChangesAsync(Token);
        }

        IHtmlDocument spanish = await site.PageAsync($"/training/{id}?lang=es-CL");
        Dictionary<string, string> words = JsonSerializer.Deserialize<Dictionary<string, string>>(
            spanish.QuerySelector("[data-training]")!.GetAttribute("data-texts")!
        )!;
        Assert.Equal("Leyendo datos", words[".reading_data"]);
        Assert.Equal("Sin conexión", words["No connection"]);
        string? english = (await site.PageAsync($"/training/{id}"))
            .QuerySelector("[data-training]")!
            .GetAttribute("data-texts");
        Assert.Equal("{}", english);
    }

    private async Task<string> SentAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using HttpClient browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "es-CL");
        Dictionary<string, string> values = PageSite.Filled(
            (await site.PageAsync(page, browser)).Forms.First(form => form.GetAttribute("action") == action)
        );
        foreach ((string name, string value) in fields)
        {
            values[name] = value;
        }

        using FormUrlEncodedContent content = new(values);
        using HttpResponseMessage answer = await browser.PostAsync(action, content, Token);
        return (await PageSite.ReadAsync(answer)).Body!.TextContent;
    }
}
