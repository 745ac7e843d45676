using AngleSharp.Html.Dom;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Learning.Tests.Cases;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;
using DeepmineSentinel.Web.Tests.Training;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>What the product itself stored in English, on the pages of a trained site as a reader in Chile gets them.</summary>
public sealed class SpanishSentencePageTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_sentence_of_the_product_stays_English()
    {
        await using TestSite site = new(
            mine,
            ("CaseHistories:Networks", "2"),
            ("CaseHistories:Steps", "20"),
            ("CaseHistories:Folds", "2"),
            ("Alerts:FromPrediction:VeryLow", "Abnormal"),
            ("Alerts:FromPrediction:Low", "Abnormal")
        );
        string file = Path.Combine(site.Root, "cases.csv");
        await File.WriteAllTextAsync(file, CaseRunTests.Csv(MadeCases.Draw(150)), Token);
        await DoneAsync(site, "import-data", "case-histories", file);
        await DoneAsync(site, "train-model", "--purpose", "case-history", "--json");
        IReadOnlyList<int> stopes = [.. (await site.Get<StopeHistoryReader>().ActiveAsync(Token)).Take(8)];
        foreach (int stope in stopes)
        {
            await site.Get<MLPredictionService>().PredictAndStoreAsync(stope, Token);
        }

        await site.Get<AlertEvaluator>().EvaluateAsync(stopes, Token);
        using HttpClient browser = site.CreateClient();
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        browser.DefaultRequestHeaders.Add("Accept-Language", "es-CL");
        string[] addresses =
        [
            "/",
            "/health",
            "/cases",
            "/alerts",
            "/alerts/delivery",
            "/training",
            "/models",
            $"/models/compare?run={mine.Production}&run={mine.Previous}",
            "/imports",
            "/predictions",
            .. stopes.Select(stope => $"/stopes/{stope}"),
            .. await StoredAsync(site),
        ];
        List<string> english = [];
        foreach (string address in addresses)
        {
            using HttpResponseMessage response = await browser.GetAsync(address, Token);
            Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
            IHtmlDocument page = await PageSite.ReadAsync(response);
            Assert.Equal("es-CL", page.DocumentElement.GetAttribute("lang"));
            english.AddRange(
                page.QuerySelectorAll("main span[lang=en]")
                    .Where(one => one.ParentElement!.LocalName != "th") // the name of a setting, which has one language
                    .Select(one => $"{address}: {one.TextContent}")
            );
        }

        Assert.True(english.Count == 0, string.Join("\n", english));
    }

    private static async Task<string[]> StoredAsync(TestSite site)
    {
        await using SentinelDbContext database = await site.Get<IDbContextFactory<SentinelDbContext>>()
            .CreateDbContextAsync(Token);
        int[] alerts = await database.Alerts.Select(alert => alert.Id).ToArrayAsync(Token);
        string[] runs = await database.ModelVersions.Select(version => version.RunId).ToArrayAsync(Token);
        int[] imports = await database.ImportBatches.Select(batch => batch.Id).ToArrayAsync(Token);
        Assert.NotEmpty(alerts);
        Assert.NotEmpty(imports);
        return
        [
            .. alerts.Select(alert => $"/alerts/{alert}"),
            .. runs.SelectMany(run => new[] { $"/models/{run}", $"/training/{run}" }),
            .. imports.Select(import => $"/imports/{import}"),
        ];
    }

    private static async Task DoneAsync(TestSite site, params string[] arguments)
    {
        CommandResult result = await site.CommandLine.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
    }
}
