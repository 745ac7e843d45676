using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;

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
        Assert.InRange(series.GetProperty("times").GetArrayLength(), 80, 102);
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
    public async Task A_range_that_ends_before_it_begins_is_refused_in_words()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Backwards"), "S1");
        using HttpResponseMessage response = await site.CreateClient()
            .GetAsync(
                $"/stopes/{stope}/series?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
                TestContext.Current.CancellationToken
            );
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "range_order",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    /// <summary>Days, hours, quarters and single readings: at every zoom the greatest and least value stay what they are.</summary>
    [Theory]
    [InlineData("?points=50", 86_400, 1)]
    [InlineData("?points=100", 21_600, 1)]
    [InlineData("?points=100&from=2026-03-03T00:00:00Z&to=2026-03-13T00:00:00Z", 10_800, 1)]
    [InlineData("?points=100&from=2026-03-05T00:00:00Z&to=2026-03-07T00:00:00Z", 1_800, 0)]
    [InlineData("?points=100&from=2026-03-05T12:00:00Z&to=2026-03-06T06:00:00Z", 900, 0)]
    [InlineData("?points=100&from=2026-03-06T04:10:00Z&to=2026-03-06T04:30:00Z", 0, 0)]
    public async Task At_every_zoom_extremes_are_exact_and_an_outage_is_a_gap(string range, long width, int gaps)
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync($"Zoom {width}"), "S1");
        await site.AddReadingsAsync(
            stope,
            [
                .. Enumerable
                    .Range(0, 25 * 1_440)
                    .Where(minute => minute is < 7_465 or >= 12_000)
                    .Select(minute =>
                        At(
                            Start.AddMinutes(minute),
                            minute switch
                            {
                                7_460 => 90,
                                7_462 => 1,
                                _ => 10 + (minute % 7),
                            }
                        )
                    ),
            ]
        );

        JsonElement series = await GetAsync($"/stopes/{stope}/series{range}");
        Assert.Equal(width, series.GetProperty("bucketSeconds").GetInt64());
        Assert.Equal("90", Values(series, "max").MaxBy(Number));
        Assert.Equal("1", Values(series, "min").Where(value => value != "null").MinBy(Number));
        Assert.Equal(gaps, Values(series, "max").Count(value => value == "null"));
    }

    [Fact]
    public async Task Points_of_a_pan_are_the_same_as_before_the_pan()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Pan"), "S1");
        await site.AddReadingsAsync(
            stope,
            [.. Enumerable.Range(0, 8 * 1_440).Select(minute => At(Start.AddMinutes(minute), minute * 7919 % 1_000))]
        );

        JsonElement before = await GetAsync(
            $"/stopes/{stope}/series?from=2026-03-02T00:07:00Z&to=2026-03-05T00:07:00Z&points=80"
        );
        JsonElement after = await GetAsync(
            $"/stopes/{stope}/series?from=2026-03-03T05:41:00Z&to=2026-03-06T05:41:00Z&points=80"
        );
        Dictionary<long, string> first = ByTime(before);
        Dictionary<long, string> second = ByTime(after);
        long[] shared = [.. first.Keys.Intersect(second.Keys)];
        Assert.InRange(shared.Length, 40, 80);
        Assert.All(shared, time => Assert.Equal(first[time], second[time]));
    }

    [Fact]
    public async Task The_file_of_a_chart_holds_the_points_that_it_draws()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Shown"), "S1");
        await site.AddReadingsAsync(
            stope,
            [.. Enumerable.Range(0, 5_000).Select(minute => At(Start.AddMinutes(minute), minute % 100 / 4.0))]
        );

        string text = await site.CreateClient()
            .GetStringAsync($"/stopes/{stope}/series.csv?points=60", TestContext.Current.CancellationToken);
        string[] lines = text.TrimEnd().Split('\n');
        Assert.StartsWith(
            "start_utc,end_utc,readings,vibration_velocity_min [mm/s],vibration_velocity_max [mm/s],deformation_rate_min",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.Equal("2026-03-01T00:00:00Z,2026-03-01T02:00:00Z,120,0,24.75,,,,,,,,", lines[1]);
        Assert.Equal(5_000, lines.Skip(1).Sum(line => int.Parse(line.Split(',')[2], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Events_outcomes_and_answers_are_marks_in_order_of_time()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Marks"), "S1");
        await site.AddReadingsAsync(stope, At(PageData.Now.AddDays(-9), 1), At(PageData.Now.AddDays(-1), 2));
        await site.PredictAsync(stope, 0.3, PageData.Now.AddDays(-2));
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.Add(
                new OperationalEvent
                {
                    StopeId = stope,
                    Timestamp = PageData.Now.AddDays(-4),
                    Type = EventType.Blast,
                    ChargeKilograms = 120,
                }
            );
            database.Add(
                new Outcome
                {
                    StopeId = stope,
                    ObservedAt = PageData.Now.AddDays(-3),
                    Class = OutcomeClass.Unstable,
                }
            );
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        JsonElement[] marks = [.. (await GetAsync($"/stopes/{stope}/series")).GetProperty("events").EnumerateArray()];
        Assert.Equal(["blast", "unstable", "prediction"], marks.Select(mark => mark.GetProperty("kind").GetString()));
        Assert.Contains("120 kg", marks[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("critical", marks[2].GetProperty("level").GetString());
        Assert.Contains("30 % within 7 days", marks[2].GetProperty("text").GetString(), StringComparison.Ordinal);
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

    private static double Number(string value) =>
        value == "null" ? double.NegativeInfinity : double.Parse(value, CultureInfo.InvariantCulture);

    private static Dictionary<long, string> ByTime(JsonElement series) =>
        series
            .GetProperty("times")
            .EnumerateArray()
            .Select(time => time.GetInt64())
            .Zip(Values(series, "min").Zip(Values(series, "max"), (min, max) => $"{min} {max}"))
            .ToDictionary(pair => pair.First, pair => pair.Second);

    private static string[] Values(JsonElement series, string name) =>
        [.. series.GetProperty("channels")[0].GetProperty(name).EnumerateArray().Select(value => value.GetRawText())];

    private async Task<JsonElement> GetAsync(string address) =>
        await site.CreateClient().GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);
}
