using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Learning.Evaluation.Statements;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Tests.Running;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Tests.Predictions;

public sealed class StatementPageTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_predictions_card_says_how_such_statements_fared_on_stopes_that_were_held_out()
    {
        await using TestSite site = new(mine);
        int stope = (await site.Get<StopeHistoryReader>().ActiveAsync(Token))[0];
        await site.Get<MLPredictionService>().PredictAndStoreAsync(stope, Token);

        StabilityPrediction said = (await site.Get<MLPredictionService>().GetStoredAsync(stope, Token))!.Prediction;
        StatementRecord record = site.Get<StatementRecords>().Of(mine.Production, RiskThresholds.Default).Record!;
        IHtmlDocument page = await PageAsync(site, $"/stopes/{stope}");

        IElement heading = page.QuerySelectorAll(".prediction h3")
            .Single(h => h.TextContent.StartsWith("How reliable", StringComparison.Ordinal));
        string told = heading.NextElementSibling!.TextContent;
        Assert.Contains($"Counted on {record.Stopes} stopes", told, StringComparison.Ordinal);
        Assert.Contains("too few to be sure", told, StringComparison.Ordinal);
        ClassRecord called = record.Of(said.Condition!.Class)!;
        Assert.Contains($"Of {Numbers.Count(called.Days)} days whose condition", told, StringComparison.Ordinal);
        IElement table = page.QuerySelector("[aria-label='Every level beside what followed']")!;
        Assert.Equal(record.Levels.Count, table.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task A_run_that_keeps_no_such_record_is_said_to_have_none()
    {
        await using TestSite site = new(mine);

        (StatementRecord? record, string problem) = site.Get<StatementRecords>()
            .Of("20200101_000000_00000000", RiskThresholds.Default);

        Assert.Null(record);
        Assert.NotEmpty(problem);
    }

    private static async Task<IHtmlDocument> PageAsync(TestSite site, string address)
    {
        using HttpClient client = site.CreateClient();
        return await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(address, Token), Token);
    }
}
