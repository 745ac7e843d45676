using System.Text.Json;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Tests.Cases;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Training;

/// <summary>A model that learnt nothing from its cases answers while there is no other; whoever reads it is told.</summary>
public sealed class CaseGateTests(TrainedMine mine)
{
    private const string Verdict = "The gate has not passed this model.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verdict_against_the_model_that_answers_stands_on_every_page_in_health_in_the_api_and_on_the_command_line()
    {
        await using TestSite site = new(
            mine,
            ("CaseHistories:Networks", "2"),
            ("CaseHistories:Steps", "20"),
            ("CaseHistories:Folds", "2")
        );
        string file = Path.Combine(site.Root, "cases.csv");
        await File.WriteAllTextAsync(file, CaseRunTests.Csv(WithoutSense()), Token);
        await DoneAsync(site, "import-data", "case-histories", file);
        CommandResult trained = await DoneAsync(site, "train-model", "--purpose", "case-history", "--json");
        JsonElement gate = trained.Json.GetProperty("gate");
        Assert.False(gate.GetProperty("passed").GetBoolean());
        string reason = gate.GetProperty("reasons")[0].GetString()!;

        using HttpClient browser = site.CreateClient();
        int stope = (await site.Get<StopeHistoryReader>().ActiveAsync(Token))[0];
        await site.Get<MLPredictionService>().PredictAndStoreAsync(stope, Token);
        foreach (string address in new[] { "/cases", $"/stopes/{stope}" })
        {
            string page = await TextAsync(browser, address);
            Assert.Contains(Verdict, page, StringComparison.Ordinal);
            Assert.Contains(reason, page, StringComparison.Ordinal);
        }

        CommandResult answered = await DoneAsync(site, "predict-stability", "--all", "--json");
        JsonElement told = answered.Json[0].GetProperty("caseHistories").GetProperty("gate");
        Assert.False(told.GetProperty("passed").GetBoolean());
        Assert.Equal(reason, told.GetProperty("reasons")[0].GetString());

        JsonElement health = JsonDocument
            .Parse(await browser.GetStringAsync("/health/model", Token))
            .RootElement.GetProperty("components")
            .GetProperty("caseHistories");
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Contains(reason, health.GetProperty("detail").GetString(), StringComparison.Ordinal);

        CommandResult predicted = await DoneAsync(site, "predict-stability", "--all", "--detailed");
        Assert.Contains("THE GATE HAS NOT PASSED", predicted.Output, StringComparison.Ordinal);
    }

    // The states of real surfaces, dealt out anew: nothing can be learnt.
    private static CaseHistory[] WithoutSense()
    {
        CaseHistory[] drawn = MadeCases.Draw(150);
        CaseHistory[] others = [.. MadeCases.Draw(150, seed: 2).OrderBy(one => one.QPrime)];
        return [.. drawn.Zip(others, (one, other) => one with { State = other.State })];
    }

    private static async Task<string> TextAsync(HttpClient browser, string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html");
        using HttpResponseMessage response = await browser.SendAsync(request, Token);
        IHtmlDocument page = await PageSite.ReadAsync(response);
        return page.Body!.TextContent;
    }

    private static async Task<CommandResult> DoneAsync(TestSite site, params string[] arguments)
    {
        CommandResult result = await site.CommandLine.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }
}
