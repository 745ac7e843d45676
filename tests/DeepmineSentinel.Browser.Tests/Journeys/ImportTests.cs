using DeepmineSentinel.Browser.Tests.Running;
using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Journeys;

/// <summary>A mine's own files, with a mistake in one of them, through the three steps; and back.</summary>
public sealed class ImportTests(Chromium chromium)
{
    [Fact]
    public async Task A_file_with_a_mistake_is_explained_its_good_rows_are_taken_and_its_bad_one_is_given_back()
    {
        await using BrowserSite site = new();
        OwnMine mine = await OwnMine.WriteAsync(site.Root, damaged: true);
        await site.StartAsync(("Site__SeedDemo", "false"), ("Predictions__FallbackTraining", "false"));
        await using Visitor visitor = await chromium.VisitAsync(site.Address);

        await ImportSteps.ChooseAsync(visitor, mine.Stopes);
        await visitor.Page.GetByLabel("Name of a new mine").FillAsync("El Roble");
        await visitor.Page.GetByLabel("Time zone of times without one").FillAsync("America/Lima");
        await visitor.PressAsync("Check the whole file");
        await visitor.SeeAsync("1 problem in 12 rows");
        Assert.Equal(2, (await RefusedAsync(visitor)).Length);
        await visitor.PressAsync("Import the 11 good rows and leave the rest");
        await visitor.SeeAsync("Imported in part. 1 problem");

        await ImportSteps.ChooseAsync(visitor, mine.Readings);
        await visitor.Page.GetByLabel("Mine", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("El Roble");
        await visitor.PressAsync("Check the whole file");
        await visitor.SeeAsync("Nothing was written.");

        await visitor.OpenAsync("/stopes");
        await visitor.SeeAsync("El Roble");
        Assert.Equal(11, await visitor.Page.Locator("tbody tr").CountAsync());
        await UndoAsync(visitor, mine);
        Assert.Empty(visitor.Complaints);
    }

    // The stopes' import is refused while readings depend on it, and goes once theirs is gone.
    private static async Task UndoAsync(Visitor visitor, OwnMine mine)
    {
        await ImportSteps.ChooseAsync(visitor, mine.Readings);
        await visitor.PressAsync("Check the whole file");
        await visitor
            .Page.Locator("main form button", new PageLocatorOptions { HasTextString = "good rows and leave the rest" })
            .ClickAsync();
        await visitor.SeeAsync("Imported in part.");

        await visitor.OpenAsync("/imports/1");
        await visitor.SeeAsync("Undo this import");
        Assert.Equal(0, await visitor.Page.Locator("a[href='/imports/1/undo']").CountAsync());

        foreach (int import in (int[])[2, 1])
        {
            await visitor.OpenAsync("/imports");
            await visitor.Page.Locator($"a[href='/imports/{import}']").First.ClickAsync();
            await visitor.FollowAsync("Undo this import");
            await visitor.SeeAsync($"Undo import {import}?");
            await visitor.PressAsync("Undo this import");
            await visitor.SeeAsync("This import was undone");
        }

        await visitor.OpenAsync("/stopes");
        await visitor.SeeAsync("0 stopes");
    }

    private static async Task<string[]> RefusedAsync(Visitor visitor)
    {
        IDownload download = await visitor.Page.RunAndWaitForDownloadAsync(() =>
            visitor.FollowAsync("Download the refused rows")
        );
        return await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
