using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class SeriesTests(PageSite site) : IClassFixture<PageSite>
{
    private static readonly int[] DaysWithAGap = [0, 1, 2, 3, 9, 10];

    private static readonly DateTime Start = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Few_readings_come_as_they_are_and_a_gap_is_a_null()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Raw"), "S1");
        await site.AddReadingsAsync(
            stope,
            [.. DaysWithAGap.Select(day => At(Start.AddDays(day), day == 2 ? null : day))]
        );

        JsonElement series = await GetAsync($"/stopes/{stope}/series");
        Assert.Equal(0, series.GetProperty("bucketSeconds").GetInt64());
        Assert.Equal(["0", "1", "null", "3", "null", "9", "10"], Values(series, "max"));
        Assert.Equal(7, series.GetProperty("times").GetArrayLength());
    }

    [Fact]
    public async Task Many_readings_are_thinned_and_no_extreme_is_lost()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Thin"), "S1");
        await site.AddReadingsAsync(
            stope,
            [
                .. Enumerable
                    .Range(0, 3_000)
                    .Select(i =>
                        At(
                            Start.AddMinutes(10 * i),
                            i == 1_777 ? 999
                                : i == 2_222 ? 0.5
                                : 10
                        )
                    ),
            ]
        );

        JsonElement series = await GetAsync($"/stopes/{stope}/series?points=100");
        Assert.Equal(3_000, series.GetProperty("readings").GetInt32());
        Assert.InRange(series.GetProperty("times").GetArrayLength(), 90, 102);
        Assert.Single(Values(series, "max"), value => value == "999");
        Assert.Single(Values(series, "min"), value => value == "0.5");
    }

    [Fact]
    public async Task A_range_is_half_open()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Range"), "S1");
        await site.AddReadingsAsync(stope, [.. Enumerable.Range(0, 5).Select(day => At(Start.AddDays(day), day))]);

        JsonElement series = await GetAsync(
            $"/stopes/{stope}/series?from=2026-03-02T00:00:00Z&to=2026-03-04T00:00:00Z"
        );
        Assert.Equal(["1", "2"], Values(series, "max"));
    }

    [Fact]
    public async Task A_stope_without_readings_has_an_empty_series()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Empty"), "S1");
        JsonElement series = await GetAsync($"/stopes/{stope}/series");
        Assert.Equal(0, series.GetProperty("times").GetArrayLength());
    }

    [Fact]
    public async Task A_range_that_is_no_time_is_refused()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Nonsense"), "S1");
        using HttpResponseMessage response = await site.CreateClient()
            .GetAsync($"/stopes/{stope}/series?from=yesterday", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_file_of_readings_has_the_columns_of_an_import()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("File"), "S,1");
        await site.AddReadingsAsync(stope, At(Start, 1.25));

        string text = await site.CreateClient()
            .GetStringAsync($"/stopes/{stope}/readings.csv", TestContext.Current.CancellationToken);
        string[] lines = text.TrimEnd().Split('\n');
        Assert.StartsWith("stope_name,timestamp,vibration_velocity", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("\"S,1\",2026-03-01T00:00:00Z,1.25,", lines[1], StringComparison.Ordinal);
    }

    private static Reading At(DateTime when, double? vibration) =>
        new() { Timestamp = when, VibrationVelocityMmPerSecond = vibration };

    private static string[] Values(JsonElement series, string name) =>
        [.. series.GetProperty("channels")[0].GetProperty(name).EnumerateArray().Select(value => value.GetRawText())];

    private async Task<JsonElement> GetAsync(string address) =>
        await site.CreateClient().GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);
}
