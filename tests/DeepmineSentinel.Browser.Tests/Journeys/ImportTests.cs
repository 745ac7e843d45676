using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>A mine's own files, with a mistake in one of them, through the three steps.</summary>
public sealed class ImportTests(Chromium chromium)
{
    [Fact]
    public async Task A_file_with_a_mistake_is_explained_its_good_rows_are_taken_and_its_bad_one_is_given_back()
    {
        await using BrowserSite site = new();
        await SiteProgram.RunAsync(site.Root, "generate-data", "--stopes", "12", "--days", "30", "--output", "mine");
        string stopes = await OwnAsync(Path.Combine(site.Root, "mine", "stopes.csv"), damaged: true);
        await site.StartAsync(("Site__SeedDemo", "false"), ("Predictions__FallbackTraining", "false"));
        await using Visitor visitor = await chromium.VisitAsync(site.Address);

        await ChooseAsync(visitor, stopes);
        await visitor.SeeAsync("What the columns mean");
        await visitor.Page.GetByLabel("Name of a new mine").FillAsync("El Roble");
        await visitor.Page.GetByLabel("Time zone of times without one").FillAsync("America/Lima");
        await visitor.PressAsync("Check the whole file");
        await visitor.SeeAsync("1 problem in 12 rows");
        Assert.Equal(2, (await RefusedAsync(visitor)).Length);
        await visitor.PressAsync("Import the 11 good rows and leave the rest");
        await visitor.SeeAsync("Imported in part. 1 problem");

        await ChooseAsync(visitor, await OwnAsync(Path.Combine(site.Root, "mine", "readings.csv"), damaged: false));
        await visitor.Page.GetByLabel("Mine", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("El Roble");
        await visitor.PressAsync("Check the whole file");
        await visitor.SeeAsync("Nothing was written.");

        await visitor.OpenAsync("/stopes");
        await visitor.SeeAsync("El Roble");
        Assert.Equal(11, await visitor.Page.Locator("tbody tr").CountAsync());
        Assert.Empty(visitor.Complaints);
    }

    private static async Task ChooseAsync(Visitor visitor, string path)
    {
        await visitor.OpenAsync("/import");
        await visitor.Page.GetByLabel("CSV or XLSX file").SetInputFilesAsync(path);
        await visitor.PressAsync("Look at the file");
    }

    private static async Task<string[]> RefusedAsync(Visitor visitor)
    {
        IDownload download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.FollowAsync("Download the refused rows")
        );
        return await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    // The generated mine as somebody's own: without its name and its mark, and with a rock quality designation above 100 %.
    private static async Task<string> OwnAsync(string path, bool damaged)
    {
        List<string[]> rows =
        [
            .. (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Select(line =>
                line.Split(',')
            ),
        ];
        string[] header = rows[0];
        if (damaged)
        {
            rows[5][Array.IndexOf(header, "rqd")] = "140";
        }

        int[] kept = [.. Enumerable.Range(0, header.Length).Where(i => header[i] is not ("mine" or "synthetic"))];
        await File.WriteAllLinesAsync(
            path,
            rows.Select(row => string.Join(',', kept.Select(i => row[i]))),
            TestContext.Current.CancellationToken
        );
        return path;
    }
}
