using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Running;

/// <summary>The three steps of an import, as somebody takes them.</summary>
internal static class ImportSteps
{
    /// <summary>Chooses a file and comes to its columns.</summary>
    public static async Task ChooseAsync(Visitor visitor, string path)
    {
        await visitor.OpenAsync("/import");
        await visitor.Page.GetByLabel("CSV or XLSX file").SetInputFilesAsync(path);
        await visitor.PressAsync("Look at the file");
        await visitor.SeeAsync("What the columns mean");
    }

    /// <summary>Brings a whole file into a mine that is new.</summary>
    public static async Task ImportNewAsync(Visitor visitor, string path, string mine, string zone)
    {
        await ChooseAsync(visitor, path);
        await visitor.Page.GetByLabel("Name of a new mine").FillAsync(mine);
        await visitor.Page.GetByLabel("Time zone of times without one").FillAsync(zone);
        await FinishAsync(visitor);
    }

    /// <summary>Brings a whole file into the only mine that is there.</summary>
    public static async Task ImportMoreAsync(Visitor visitor, string path)
    {
        await ChooseAsync(visitor, path);
        await FinishAsync(visitor);
    }

    private static async Task FinishAsync(Visitor visitor)
    {
        await visitor.PressAsync("Check the whole file");
        await visitor.SeeAsync("The file is whole.");
        await visitor
            .Page.Locator("main form button", new PageLocatorOptions { HasTextString = "Import " })
            .First.ClickAsync();
        await visitor.SeeAsync("Imported.");
    }
}
