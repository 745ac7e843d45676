using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Pages;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>Pages as a reader in Chile gets them.</summary>
public sealed class SpanishPageTests : IAsyncLifetime
{
    private readonly PageSite site = new();
    private int stope;
    private int alert;

    public async ValueTask InitializeAsync()
    {
        Mine mine = await site.AddMineAsync("El Teniente", synthetic: true);
        stope = await site.AddStopeAsync(mine, "S-1");
        await site.AddReadingsAsync(stope, new Reading { Timestamp = PageData.Now.AddHours(-3) });
        await site.PredictAsync(stope, 0.345);
        await using SentinelDbContext database = await site.DatabaseAsync();
        AlertEvidence seen = new(
            AlertCause.Forecast,
            AlertLevel.Evacuate,
            AlertLevel.Evacuate,
            "Prediction high.",
            null
        );
        Alert raised = new(stope, seen, ResponsePlan.Default, PageData.Now);
        database.Alerts.Add(raised);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        alert = raised.Id;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_page_has_its_language_its_heading_and_the_footers_warning()
    {
        foreach (
            (string address, string heading) in new[]
            {
                ("/", "Panel"),
                ("/stopes", "Caserones"),
                ("/stopes/new", "Nuevo caserón"),
                ($"/stopes/{stope}", "S-1"),
                ($"/stopes/{stope}/edit", "Editar S-1"),
                ($"/stopes/{stope}/readings", "Lecturas"),
                ("/alerts", "Alertas"),
                ($"/alerts/{alert}", "S-1: pronóstico"),
                ("/alerts/delivery", "Plan y envío"),
            }
        )
        {
            IHtmlDocument page = await site.PageAsync($"{address}?lang=es-CL");
            Assert.Equal("es-CL", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
            Assert.Contains(
                "no reemplazan la inspección",
                page.QuerySelector("footer")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_stope_says_its_level_and_its_numbers_as_Chile_writes_them()
    {
        IElement card = (await site.PageAsync($"/stopes/{stope}?lang=es-CL")).QuerySelector(".prediction")!;
        Assert.Contains("Probabilidad de falla dentro de", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("rect.fill[width]"));
        Assert.All(
            card.QuerySelectorAll("rect, line"),
            shape => Assert.DoesNotContain(",", shape.OuterHtml, StringComparison.Ordinal)
        );
        IElement peru = (await site.PageAsync($"/stopes/{stope}?lang=es-PE")).QuerySelector(".prediction")!;
        Assert.Contains("Probabilidad de falla dentro de", peru.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_in_English_says_that_it_is_English()
    {
        IHtmlDocument page = await site.PageAsync($"/alerts/{alert}?lang=es-CL");
        Assert.Equal("Prediction high.", page.QuerySelector("main [lang=en]")!.TextContent);
        Assert.Contains("Retire a las personas y cierre el acceso.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await site.PageAsync($"/alerts/{alert}")).QuerySelector("main [lang=en]"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_Spanish()
    {
        using HttpClient browser = site.Browser();
        using HttpResponseMessage answer = await browser.GetAsync(
            "/stopes/999999?lang=es-CL",
            TestContext.Current.CancellationToken
        );
        IHtmlDocument page = await PageSite.ReadAsync(answer);
        Assert.Equal("es-CL", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("No encontrado", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_refused_form_says_why_in_Spanish_and_keeps_what_was_typed()
    {
        using HttpClient browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "es-CL");
        Dictionary<string, string> values = PageSite.Filled(
            (await site.PageAsync("/stopes/new", browser)).Forms.Single(form =>
                form.GetAttribute("action") == "/stopes/new"
            )
        );
        values["Name"] = "";
        values["Values[rqd]"] = "101";
        values["Values[hr]"] = "5,5";
        using FormUrlEncodedContent content = new(values);
        using HttpResponseMessage refused = await browser.PostAsync(
            "/stopes/new",
            content,
            TestContext.Current.CancellationToken
        );
        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.Contains("No se guardó nada.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("El nombre no debe estar vacío.", page.GetElementById("name-error")!.TextContent.Trim());
        Assert.Contains(
            "como máximo 100 %",
            page.GetElementById("value-rqd-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("con punto", page.GetElementById("value-hr-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("5,5", ((IHtmlInputElement)page.GetElementById("value-hr")!).Value);
    }

    [Fact]
    public async Task Scripts_get_their_Spanish_from_the_page_and_nothing_in_English()
    {
        string? brought = (await site.PageAsync($"/stopes/{stope}?lang=es-CL"))
            .QuerySelector("[data-series]")!
            .GetAttribute("data-texts");
        Assert.Contains("no medido en este intervalo", brought, StringComparison.Ordinal);
        IHtmlDocument english = await site.PageAsync($"/stopes/{stope}");
        Assert.Equal("{}", english.QuerySelector("[data-series]")!.GetAttribute("data-texts"));
    }
}
