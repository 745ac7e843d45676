using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Registry;

public sealed class FindingPageTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Doubts_about_labels_stand_in_the_summary_on_the_page_in_the_api_and_in_the_report()
    {
        string stopes = SharedData.ReferenceMine("stope_static_features.csv");
        string readings = SharedData.ReferenceMine("stope_timeseries.csv");
        await using TestSite site = new(mine);
        CommandResult trained = await site.CommandLine.RunAsync([
            "train-model",
            "--source",
            "csv",
            "--static",
            stopes,
            "--timeseries",
            readings,
            .. NarrowNetwork.Words,
            "--epochs",
            "1",
            "--no-input",
        ]);
        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("labels_suspect: ", trained.Output, StringComparison.Ordinal);
        string run = trained.Output.Split("Run ")[1][..24];
        using HttpClient browser = site.CreateClient();
        foreach (
            string address in new[]
            {
                $"/models/{run}",
                $"/api/v1/artifacts/{run}/info",
                $"/api/v1/export/{run}/report",
            }
        )
        {
            string text = await browser.GetStringAsync(address, Token);
            Assert.Contains("labels_suspect", text, StringComparison.Ordinal);
            Assert.Contains("made from the labels?", text, StringComparison.Ordinal);
        }
    }
}
