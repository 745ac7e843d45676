using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class TrainingPageTests(PageSite site) : IClassFixture<PageSite>
{
    [Fact]
    public async Task Wrong_numbers_start_nothing_and_are_told_at_their_fields()
    {
        using HttpResponseMessage refused = await site.SubmitAsync(
            "/training",
            "/training",
            ("Epochs", "0"),
            ("Network", "gigantic"),
            ("LearningRate", "fast")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        string text = (await PageSite.ReadAsync(refused)).Body!.TextContent;
        Assert.Contains("Epochs must be at least 1", text, StringComparison.Ordinal);
        Assert.Contains("Choose compact or enhanced.", text, StringComparison.Ordinal);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.Empty(database.TrainingRuns.Where(run => run.Network == "gigantic"));
    }

    [Fact]
    public async Task A_running_run_shows_epoch_and_time_left_and_its_losses()
    {
        string id = await RunAsync("20260201_000000_0000000a", done: 5);
        string log = Path.Combine(site.Services.GetRequiredService<ProjectFolders>().Root, "models", id);
        Directory.CreateDirectory(log);
        await File.WriteAllTextAsync(
            Path.Combine(log, ArtifactFileNames.TrainingLog),
            "member,epoch,training_loss,validation_loss\n0,1,0.9,1.1\n0,2,0.8,NaN\n0,3,0.7,0.95\n0,4,0.6",
            TestContext.Current.CancellationToken
        );

        IHtmlDocument page = await site.PageAsync($"/training/{id}");
        IHtmlDocument list = await site.PageAsync("/training");

        Assert.Equal("5", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.NotEqual("\u2013", page.QuerySelector("[data-field=left]")!.TextContent);
        Assert.Equal(
            $"/api/v1/training-runs/{id}/events",
            page.QuerySelector("[data-training]")!.GetAttribute("data-training")
        );
        Assert.Contains("refresh", page.QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains($"epoch 5 of 10", list.QuerySelector(".queue")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(list.Forms, form => form.GetAttribute("action") == $"/training/{id}/cancel");
    }

    [Fact]
    public async Task The_losses_of_a_run_that_is_over_stand_in_its_page()
    {
        string id = await RunAsync("20260201_000000_0000000b", done: 2);
        string log = Path.Combine(site.Services.GetRequiredService<ProjectFolders>().Root, "models", id);
        Directory.CreateDirectory(log);
        await File.WriteAllTextAsync(
            Path.Combine(log, ArtifactFileNames.TrainingLog),
            "member,epoch,training_loss,validation_loss\n0,1,0.9,1.1\n0,2,0.75,0.95\n",
            TestContext.Current.CancellationToken
        );
        IHtmlDocument open = await site.PageAsync($"/training/{id}");
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.TrainingRuns.Single(run => run.RunId == id).Complete(PageData.Now);
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        IHtmlDocument over = await site.PageAsync($"/training/{id}");

        Assert.Equal("", open.QuerySelector("[data-loss-chart]")!.GetAttribute("data-points"));
        Assert.Equal("[[0.9,1.1],[0.75,0.95]]", over.QuerySelector("[data-loss-chart]")!.GetAttribute("data-points"));
        Assert.Equal("yes", over.QuerySelector("[data-training]")!.GetAttribute("data-over"));
    }

    [Fact]
    public async Task A_mine_that_is_not_there_is_refused_at_once_and_not_queued()
    {
        using HttpResponseMessage refused = await site.SubmitAsync(
            "/training",
            "/training",
            ("Mine", "Atlantis"),
            ("Seed", "424242")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        string text = (await PageSite.ReadAsync(refused)).Body!.TextContent;
        Assert.Contains("There is no mine named Atlantis", text, StringComparison.Ordinal);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.DoesNotContain(
            database.TrainingRuns.Select(run => run.Options),
            options => options.Contains("424242", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    [InlineData("..%2F..%2Fetc", HttpStatusCode.BadRequest)]
    [InlineData("20260201_000000_ffffffff", HttpStatusCode.NotFound)]
    public async Task A_run_that_does_not_exist_is_told_in_words(string id, HttpStatusCode status)
    {
        using HttpResponseMessage response = await site.Browser()
            .GetAsync($"/training/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
    }

    private async Task<string> RunAsync(string id, int done)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        TrainingRun run = new()
        {
            RunId = id,
            Origin = TrainingOrigin.Site,
            RequestedBy = "tester",
            RequestedAt = PageData.Now,
            Options = "{}",
            Network = "compact",
            Epochs = 10,
        };
        run.Start(PageData.Now.AddMinutes(-1), Environment.ProcessId);
        run.Enter(TrainingStage.Training, PageData.Now);
        run.Report(
            new TrainingProgress
            {
                Epoch = done,
                Epochs = 10,
                TrainingLoss = 0.6,
                ValidationLoss = 0.7,
                LearningRate = 0.001,
                GradientNorm = 1,
                BestEpoch = 3,
                Elapsed = TimeSpan.FromSeconds(1),
            },
            PageData.Now
        );
        database.TrainingRuns.Add(run);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }
}
