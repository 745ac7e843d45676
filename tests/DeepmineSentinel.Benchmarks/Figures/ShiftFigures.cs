using DeepmineSentinel.Benchmarks.Site;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>What people meet during a shift: every page for one, all pages for 64 at once, sensors that write meanwhile, the first page of a new browser.</summary>
internal static class ShiftFigures
{
    private const double PageLimit = 100;
    private const double CrowdLimit = 250;
    private const int Crowd = 64;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using ShiftSite site = await ShiftSite.OpenAsync();
        IReadOnlyList<string> pages = await SitePages.FindAsync(site.Client, "/", "/stopes/1", "/alerts", "/training");
        List<Figure> figures = [.. await FirstLoadFigures.MeasureAsync(site)];
        foreach (string page in pages)
        {
            figures.Add(
                Figure.PercentileAtMost(page, 0.95, await site.Client.TimeAsync(page, "<main"), "ms", PageLimit)
            );
        }

        figures.AddRange(await CrowdAsync(site, pages));
        figures.AddRange(await IngestionFigures.MeasureAsync(site));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> CrowdAsync(ShiftSite site, IReadOnlyList<string> pages)
    {
        (IReadOnlyList<double> milliseconds, IReadOnlyList<string> errors) = await VirtualUsers.RunAsync(
            site.Address,
            Crowd,
            TimeSpan.FromMinutes(1),
            random => Chosen(random, pages)
        );
        foreach (string error in errors.Take(10))
        {
            await Console.Error.WriteLineAsync(error);
        }

        return
        [
            Figure.PercentileAtMost("64 people, a page a second each", 0.99, milliseconds, "ms", CrowdLimit),
            Figure.AtMost("64 people: answers that failed", [errors.Count], "", 0),
        ];
    }

    // Half of what people open is one of many stopes: pages that a cache of the last few would not have.
    private static string Chosen(Random random, IReadOnlyList<string> pages) =>
        random.Next(2) == 0 ? $"/stopes/{random.Next(1, ShiftSite.Stopes + 1)}" : pages[random.Next(pages.Count)];
}
