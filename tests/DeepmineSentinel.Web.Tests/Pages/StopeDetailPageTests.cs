using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class StopeDetailPageTests(PageSite site) : IClassFixture<PageSite>
{
    [Fact]
    public async Task The_card_prints_level_probabilities_forecast_cut_points_and_version()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Card"), "S1");
        await site.PredictAsync(stope, 0.3);

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        string card = page.QuerySelector(".prediction")!.TextContent;
        Assert.Equal("Critical", page.QuerySelector(".prediction .level.large")!.TextContent);
        Assert.Equal(5, page.QuerySelectorAll(".prediction tbody tr .meter[class*=lv-]").Length);
        Assert.Contains("70 %", card, StringComparison.Ordinal);
        Assert.Contains("25\u201350 %", card, StringComparison.Ordinal);
        Assert.Contains("America/Santiago", card, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".prediction a[href='/models/20260131_235959_0a1b2c3d']"));
        Assert.Contains("Inspect the hangingwall.", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_shows_an_ensembles_range_or_says_why_there_is_none()
    {
        Mine mine = await site.AddMineAsync("Range");
        int one = await site.AddStopeAsync(mine, "One");
        int many = await site.AddStopeAsync(mine, "Many");
        await site.PredictAsync(one, 0.3);
        await site.PredictAsync(many, 0.3, interval: new ProbabilityInterval(0.21, 0.43, "range over 5 networks"));

        string alone = (await site.PageAsync($"/stopes/{one}")).QuerySelector(".prediction")!.TextContent;
        IHtmlDocument page = await site.PageAsync($"/stopes/{many}");
        string ranged = page.QuerySelector(".prediction")!.TextContent;
        Assert.Contains("No interval: one network answered", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("No interval", ranged, StringComparison.Ordinal);
        Assert.Equal(6, ranged.Split("21 % to 43 %, range over 5 networks").Length - 1);
        Assert.Equal(12, page.QuerySelectorAll(".prediction .meter line").Length);
    }

    [Fact]
    public async Task An_answer_on_old_readings_is_grey_and_says_what_it_said()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Grey"), "S1");
        await site.PredictAsync(stope, 0.002, PageData.Now.AddDays(-20));

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        Assert.Equal("Stale", page.QuerySelector(".prediction .level.large")!.TextContent);
        Assert.Contains("grey", page.QuerySelector(".prediction")!.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stope_that_was_never_predicted_is_unknown()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Never"), "S1");

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        Assert.Equal("Unknown", page.QuerySelector(".prediction .level.large")!.TextContent);
    }

    [Fact]
    public async Task A_stope_that_failed_is_called_failed_on_both_cards_whatever_was_said_of_it_standing()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Fallen"), "S1");
        StabilityPrediction answer = PageData.Answer(stope, 0.001) with { CaseHistories = Cases() };
        await site.StoreAsync(answer);
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.Outcomes.Add(
                new Outcome
                {
                    StopeId = stope,
                    ObservedAt = new DateTime(2026, 1, 10, 12, 0, 0, DateTimeKind.Utc),
                    Class = OutcomeClass.Failure,
                }
            );
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        Assert.Null(page.QuerySelector(".prediction .level.large"));
        Assert.Contains("grey", page.QuerySelector(".prediction")!.ClassName, StringComparison.Ordinal);
        foreach (string card in new[] { "prediction", "cases" })
        {
            string said = page.QuerySelector($"section[aria-labelledby={card}] .notice")!.TextContent;
            Assert.Contains("The stope failed: 10 Jan 2026 09:00 America/Santiago", said, StringComparison.Ordinal);
            Assert.Contains("said of a standing stope", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_prediction_that_cannot_be_read_leaves_the_rest_of_the_page()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Broken"), "S1");
        await site.PredictAsync(stope, 0.2);
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            await database
                .Predictions.Where(row => row.StopeId == stope)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(one => one.Document, "{"),
                    TestContext.Current.CancellationToken
                );
        }

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        Assert.Equal("Unknown", page.QuerySelector(".prediction .level.large")!.TextContent);
        Assert.NotNull(page.QuerySelector(".prediction [role=alert]"));
        Assert.Contains(
            "71.5",
            page.QuerySelector("section[aria-labelledby=features]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_not_measured_is_a_dash_that_says_so()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Gaps"), "S1");
        await site.AddReadingsAsync(stope, new Reading { Timestamp = PageData.Now.AddHours(-3) });

        IHtmlDocument features = await site.PageAsync($"/stopes/{stope}");
        Assert.Contains("\u2013 not measured", features.Body!.TextContent, StringComparison.Ordinal);
        IHtmlDocument readings = await site.PageAsync($"/stopes/{stope}/readings");
        Assert.Equal(5, readings.QuerySelectorAll("tbody .missing").Length);
    }

    [Fact]
    public async Task Feedback_is_kept_and_script_in_it_is_shown_as_text()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Feedback"), "S1");
        int prediction = await site.PredictAsync(stope, 0.2);

        using HttpResponseMessage sent = await site.SubmitAsync(
            $"/stopes/{stope}",
            $"/stopes/{stope}/feedback",
            ("Agrees", "false"),
            ("BelievedClass", "Failure"),
            ("Comment", "<script>alert(1)</script>")
        );

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await using SentinelDbContext database = await site.DatabaseAsync();
        PredictionFeedback kept = await database.Feedback.SingleAsync(
            row => row.PredictionId == prediction,
            TestContext.Current.CancellationToken
        );
        Assert.False(kept.Agrees);
        Assert.Equal(StabilityClass.Failure, kept.BelievedClass);
        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Scripts, script => script.Text.Contains("alert", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-0.4")]
    [InlineData("100.4")]
    public async Task An_outcome_with_an_ELOS_that_cannot_be_is_refused(string elosMetres)
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync($"Outcome {elosMetres}"), "S1");
        using HttpResponseMessage answer = await site.SubmitAsync(
            $"/stopes/{stope}",
            $"/stopes/{stope}/outcomes",
            ("Class", "Unstable"),
            ("ObservedAt", "2024-06-01T12:00"),
            ("ElosMetres", elosMetres)
        );

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.False(await database.Outcomes.AnyAsync(o => o.StopeId == stope, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_outcome_is_typed_in_the_mines_zone_and_stored_in_utc()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Outcome"), "S1");

        using HttpResponseMessage sent = await site.SubmitAsync(
            $"/stopes/{stope}",
            $"/stopes/{stope}/outcomes",
            ("Class", "Unstable"),
            ("ObservedAt", "2026-01-10T09:00"),
            ("ElosMetres", "0.8")
        );

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Outcome kept = await database.Outcomes.SingleAsync(
            row => row.StopeId == stope,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(new DateTime(2026, 1, 10, 12, 0, 0, DateTimeKind.Utc), kept.ObservedAt);
        Assert.Equal(0.8, kept.ElosMetres);
    }

    [Fact]
    public async Task Archiving_takes_a_stope_out_of_the_list_and_restoring_brings_it_back()
    {
        Mine mine = await site.AddMineAsync("Archive");
        int stope = await site.AddStopeAsync(mine, "Gone");

        using HttpResponseMessage gone = await site.SubmitAsync($"/stopes/{stope}", $"/stopes/{stope}/archive");
        IHtmlDocument active = await site.PageAsync($"/stopes?mine={mine.Id}");
        IHtmlDocument archived = await site.PageAsync($"/stopes?mine={mine.Id}&archived=true");
        Assert.Empty(active.QuerySelectorAll("tbody tr"));
        Assert.Single(archived.QuerySelectorAll("tbody tr"));

        using HttpResponseMessage back = await site.SubmitAsync($"/stopes/{stope}", $"/stopes/{stope}/restore");
        IHtmlDocument again = await site.PageAsync($"/stopes?mine={mine.Id}");
        Assert.Single(again.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_stope_whose_factors_are_known_is_marked_on_the_stability_graph_with_zone_and_probabilities()
    {
        StopeProperties known = PageData.Properties with { QPrime = 10, FactorA = 1, FactorB = 0.3, FactorC = 8 };
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Graph"), "S1", known);

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        string card = page.QuerySelector("section[aria-labelledby=stability-graph]")!.TextContent;
        Assert.Single(page.QuerySelectorAll("svg.graph path.graph-stope"));
        // N' 24 against 0.0766 HR^2.694 = 10.7 and 0.0200 HR^2.689 = 2.8 at HR 6.25 m.
        Assert.Contains("N' 24.0 at a hydraulic radius of 6.25 m", card, StringComparison.Ordinal);
        Assert.Contains("above the published line of stable surfaces", card, StringComparison.Ordinal);
        Assert.Contains("up to 8.4 m stable", card, StringComparison.Ordinal);
        // 1 / (1 + exp(-(4.0953 - 3.5939 ln 6.25 + 1.3326 ln 24))) and 1 minus the curve of not failing.
        Assert.Contains("stable 85 %, failing 2.1 %", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stope_without_them_has_no_place_on_it_and_is_told_what_is_missing()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("No graph"), "S1");

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        string card = page.QuerySelector("section[aria-labelledby=stability-graph]")!.TextContent;
        Assert.Empty(page.QuerySelectorAll(".graph-stope"));
        Assert.Contains("Q', or Jn, Jr and Ja", card, StringComparison.Ordinal);
        Assert.DoesNotContain("stable 0", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_detail_page_takes_a_bounded_number_of_statements()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Bounded"), "S1");
        await site.PredictAsync(stope, 0.2);
        site.Server.PreserveExecutionContext = true;

        using StatementCounter counter = new();
        await site.PageAsync($"/stopes/{stope}");
        Assert.InRange(counter.Count, 1, 13);
    }

    [Fact]
    public async Task A_stope_that_does_not_exist_is_told_in_words()
    {
        using HttpResponseMessage response = await site.Browser()
            .GetAsync("/stopes/999999", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(response);
        Assert.Contains("There is no such stope.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static CaseStatement Cases() =>
        new()
        {
            RunId = "20260131_235959_0a1b2c3d",
            Class = StabilityClass.Stable,
            Reliability = new CaseReliability
            {
                HeldOut = "source",
                Cases = 100,
                Sources = 5,
                LogLoss = 0.5,
                LogLossInterval = [0.4, 0.6],
                BalancedAccuracy = 0.7,
                Failures = 20,
                FailuresCalledStable = 1,
            },
        };
}
