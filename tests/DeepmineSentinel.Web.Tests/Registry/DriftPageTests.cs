using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Registry;

/// <summary>Readings that moved since a version was trained, imported as a user does, on its page and in health.</summary>
public sealed class DriftPageTests(TrainedMine mine)
{
    private const double Warmer = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_that_moved_at_all_stopes_is_called_drifted_and_the_others_are_not()
    {
        await using TestSite site = new(mine);
        int stopes = await DriftAsync(site);
        using HttpClient browser = site.CreateClient();
        IHtmlDocument page = await PageAsync(browser, $"/models/{mine.Production}");
        IElement section = page.GetElementById("drift")!.ParentElement!;
        IElement[] rows = [.. section.QuerySelectorAll("tbody tr")];
        Assert.Equal(ReadingQuantities.All.Count, rows.Length);
        foreach (IElement row in rows)
        {
            string name = row.QuerySelector("th")!.TextContent;
            string[] cells = [.. row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];
            Assert.Equal($"{stopes}", cells[2]);
            Assert.Contains(name == "Temperature" ? "drifted" : "within chance", cells[^1], StringComparison.Ordinal);
        }

        Assert.Contains("false alarm in twenty", section.TextContent, StringComparison.Ordinal);

        JsonElement health = JsonDocument.Parse(await browser.GetStringAsync("/health/model", Token)).RootElement;
        string detail = health.GetProperty("drift").GetProperty("detail").GetString()!;
        Assert.Contains("Drifted: temperature. ", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_later_readings_the_page_says_that_it_is_too_early()
    {
        await using TestSite site = new(mine);
        using HttpClient browser = site.CreateClient();
        IHtmlDocument page = await PageAsync(browser, $"/models/{mine.Production}");
        string text = page.GetElementById("drift")!.ParentElement!.TextContent;
        Assert.Contains("Too early", text, StringComparison.Ordinal);
        Assert.DoesNotContain("drifted", text, StringComparison.Ordinal);
    }

    // The version counts as trained a month before the end of the series. The month after it repeats the month before it, a little
    // more or a little less by turns of stopes, and six degrees warmer.
    private static async Task<int> DriftAsync(TestSite site)
    {
        await using SentinelDbContext context = await site.Get<IDbContextFactory<SentinelDbContext>>()
            .CreateDbContextAsync(Token);
        DateTime end = await context.Readings.MaxAsync(reading => reading.Timestamp, Token);
        DateTime trained = end.AddDays(-31);
        DateTime start = trained.AddDays(-30);
        await context.ModelVersions.ExecuteUpdateAsync(set => set.SetProperty(one => one.TrainedAt, trained), Token);
        var last = await (
            from reading in context.Readings
            join stope in context.Stopes on reading.StopeId equals stope.Id
            where reading.Timestamp > start && reading.Timestamp <= trained
            orderby stope.Id, reading.Timestamp
            select new
            {
                stope.Id,
                stope.Name,
                Reading = reading,
            }
        ).ToListAsync(Token);
        StringBuilder text = new(
            "stope_name,timestamp,vibration_velocity,deformation_rate,stress,temperature,humidity\n"
        );
        foreach (var row in last)
        {
            double share = row.Id % 2 == 0 ? 1.01 : 0.99;
            double?[] values =
            [
                row.Reading.VibrationVelocityMmPerSecond * share,
                row.Reading.DeformationRateMmPerDay * share,
                row.Reading.StressMegapascals * share,
                row.Reading.TemperatureCelsius is { } degrees ? Math.Clamp((degrees * share) + Warmer, -60, 120) : null,
                row.Reading.HumidityPercent is { } humidity ? Math.Min(100, humidity * share) : null,
            ];
            text.Append(
                CultureInfo.InvariantCulture,
                $"{row.Name},{row.Reading.Timestamp.AddDays(31):yyyy-MM-ddTHH:mm:ssZ},{string.Join(',', values.Select(value => value?.ToString("R", CultureInfo.InvariantCulture)))}\n"
            );
        }

        string file = Path.Combine(site.Root, "later.csv");
        await File.WriteAllTextAsync(file, text.ToString(), Token);
        CommandResult imported = await site.CommandLine.RunAsync(
            "import-data",
            "readings",
            file,
            "--mine",
            "Demo mine",
            "--update"
        );
        Assert.True(imported.ExitCode == 0, imported.Error + imported.Output);
        return last.Select(row => row.Id).Distinct().Count();
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient browser, string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html");
        using HttpResponseMessage response = await browser.SendAsync(request, Token);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return await PageSite.ReadAsync(response);
    }
}
