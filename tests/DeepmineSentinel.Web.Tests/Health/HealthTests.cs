using System.Net;
using System.Text.Json;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Health;

public sealed class HealthTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_model_health_is_degraded_and_says_what_answers_meanwhile()
    {
        await using TestSite site = new();
        using HttpClient client = site.CreateClient();

        using HttpResponseMessage answer = await client.GetAsync(
            "/health/model",
            TestContext.Current.CancellationToken
        );
        JsonElement report = await ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("degraded", report.GetProperty("status").GetString());
        Assert.False(report.GetProperty("model").GetProperty("loaded").GetBoolean());
        Assert.Contains(
            "physics rule",
            report.GetProperty("model").GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
        Assert.NotEqual(0, report.GetProperty("recommendations").GetArrayLength());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    public async Task A_page_names_the_model_that_answers_as_the_list_of_models_does(string path)
    {
        await using TestSite site = new(mine);
        using HttpClient client = site.CreateClient();
        CommandResult shown = await site.CommandLine.RunAsync("models", "show", mine.Production, "--json");

        using HttpResponseMessage answer = await client.GetAsync(path, Token);

        string text = (await PageSite.ReadAsync(answer))
            .QuerySelector($"a[href='/models/{mine.Production}']")!
            .TextContent;
        Assert.Equal(shown.Json.GetProperty("title").GetString(), text);
    }

    [Fact]
    public async Task A_folder_of_models_that_cannot_be_written_is_noticed_before_a_run_is_lost()
    {
        await using TestSite site = new();
        using HttpClient client = site.CreateClient();
        await File.WriteAllTextAsync(Path.Combine(site.Root, "models"), "a file in the folder's place", Token);

        using HttpResponseMessage answer = await client.GetAsync("/health/model", Token);

        JsonElement store = (await ReadAsync(answer)).GetProperty("components").GetProperty("artifactStore");
        Assert.Equal("degraded", store.GetProperty("status").GetString());
        Assert.Contains("Nothing new can be kept", store.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_has_every_property_that_scripts_rely_on()
    {
        await using TestSite site = new();
        using HttpClient client = site.CreateClient();

        using HttpResponseMessage answer = await client.GetAsync(
            "/health/model",
            TestContext.Current.CancellationToken
        );
        JsonElement report = await ReadAsync(answer);

        AssertHas(report, "status", "checkedAt", "model", "components", "data", "drift", "recommendations");
        AssertHas(
            report.GetProperty("model"),
            "runId",
            "loaded",
            "loadedAt",
            "trainedAt",
            "ageDays",
            "network",
            "engine",
            "parameters",
            "checksumValid",
            "probe"
        );
        AssertHas(report.GetProperty("data"), "stopes", "readings", "stopesWithReadings");
        foreach (string part in new[] { "database", "stopes", "readings", "outcomes", "artifactStore", "trainingData" })
        {
            AssertHas(report.GetProperty("components").GetProperty(part), "status", "detail");
        }
    }

    [Fact]
    public async Task Data_of_archived_stopes_are_not_counted()
    {
        await using TestSite site = new(mine);
        HealthReport before = await site.Get<HealthService>().CheckAsync(TestContext.Current.CancellationToken);
        await using (
            SentinelDbContext context = await site.Get<IDbContextFactory<SentinelDbContext>>()
                .CreateDbContextAsync(TestContext.Current.CancellationToken)
        )
        {
            Stope first = await context.Stopes.FirstAsync(TestContext.Current.CancellationToken);
            first.Archive(DateTime.UnixEpoch);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        HealthReport after = await site.Get<HealthService>().CheckAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before.Data.Stopes - 1, after.Data.Stopes);
        Assert.Equal(before.Data.StopesWithReadings - 1, after.Data.StopesWithReadings);
        Assert.InRange(after.Data.Readings, 1, before.Data.Readings - 1);
    }

    [Fact]
    public async Task A_model_that_has_no_level_for_most_stopes_is_not_healthy()
    {
        await using TestSite site = new(mine);
        IReadOnlyList<int> stopes = await site.Get<StopeHistoryReader>().ActiveAsync(Token);
        await site.Get<PredictionStore>().StoreAsync([.. stopes.Select(stope => (WithoutLevel(stope), "hash"))], Token);

        HealthReport report = await site.Get<HealthService>().CheckAsync(Token);

        Assert.Equal(HealthState.Degraded, report.Model.Status);
        Assert.InRange(report.Data.StopesWithoutLevel, stopes.Count / 2, stopes.Count);
        Assert.Contains("get no level", report.Model.Detail, StringComparison.Ordinal);
        Assert.Contains(report.Recommendations, advice => advice.Contains("--retrain", StringComparison.Ordinal));
    }

    private StabilityPrediction WithoutLevel(int stope) =>
        new()
        {
            StopeId = stope,
            StopeName = "any",
            Mine = "any",
            RunId = mine.Production,
            Mode = PredictionMode.Unknown,
            Level = RiskLevel.Unknown,
            LevelBasis = LevelBasis.None,
            LevelCutPoints = RiskThresholds.Default.CutPoints,
            UnknownReason = "It lies far outside the trained range.",
            ComputedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        };

    [Fact]
    public async Task A_model_of_the_demo_mine_is_degraded_as_soon_as_a_real_stope_is_there()
    {
        await using TestSite site = new(mine);
        HealthReport before = await site.Get<HealthService>().CheckAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(site.Root, "real.csv"),
            """
            stope_name,rqd,hr,depth,dip,direction,undercut_wdt,rock_type,support_type,support_density,support_installed
            S1,70,6,400,70,North,4,Granite,None,0,False
            """,
            TestContext.Current.CancellationToken
        );
        CommandResult import = await site.CommandLine.RunAsync("import-data", "stopes", "real.csv", "--mine", "North");

        HealthReport after = await site.Get<HealthService>().CheckAsync(TestContext.Current.CancellationToken);

        Assert.True(import.ExitCode == 0, import.Error);
        Assert.Equal(HealthState.Healthy, before.Model.Status);
        Assert.Equal(HealthState.Degraded, after.Model.Status);
        Assert.Contains("unknown for 1 real stopes", after.Model.Detail, StringComparison.Ordinal);
        Assert.Contains(after.Recommendations, advice => advice.Contains("--retrain", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_started_site_is_live_and_ready(string address)
    {
        await using TestSite site = new();
        using HttpClient client = site.CreateClient();

        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("healthy", (await ReadAsync(answer)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Check_health_exits_with_1_unless_healthy()
    {
        using CommandFolder folder = new();

        CommandResult text = await folder.CommandLine.RunAsync("check-health");
        CommandResult json = await folder.CommandLine.RunAsync("check-health", "--json");

        Assert.Equal(1, text.ExitCode);
        Assert.Contains("degraded", text.Output, StringComparison.Ordinal);
        Assert.Equal(1, json.ExitCode);
        Assert.Equal("degraded", json.Json.GetProperty("status").GetString());
    }

    private static void AssertHas(JsonElement element, params string[] names)
    {
        foreach (string name in names)
        {
            Assert.True(element.TryGetProperty(name, out _), $"{name} is missing");
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement;
    }
}
