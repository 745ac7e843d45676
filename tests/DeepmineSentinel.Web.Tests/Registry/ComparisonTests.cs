using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Registry;

public sealed class ComparisonTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_runs_are_compared_on_the_stopes_that_neither_saw()
    {
        await using TestSite site = new(mine);

        CommandResult compared = await site.CommandLine.RunAsync(
            "models",
            "compare",
            mine.Production,
            mine.Previous,
            "--json"
        );

        Assert.Equal(0, compared.ExitCode);
        JsonElement paired = compared.Json.GetProperty("paired");
        Assert.True(paired.GetProperty("stopes").GetInt32() >= 5);
        JsonElement loss = paired.GetProperty("metrics").EnumerateArray().First(Is("log_loss"));
        JsonElement[] values = [.. loss.GetProperty("values").EnumerateArray()];
        Assert.Equal(
            values[1].GetProperty("value").GetDouble() - values[0].GetProperty("value").GetDouble(),
            values[1].GetProperty("difference").GetDouble(),
            1e-12
        );
        Assert.InRange(
            values[1].GetProperty("difference").GetDouble(),
            values[1].GetProperty("lower").GetDouble(),
            values[1].GetProperty("upper").GetDouble()
        );
        JsonElement own = compared.Json.GetProperty("runs")[1].GetProperty("ownMetrics");
        Assert.Equal(own.GetProperty("log_loss").GetDouble(), values[1].GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(
            ["seed"],
            compared
                .Json.GetProperty("configuration")
                .EnumerateArray()
                .Where(row => row.GetProperty("differs").GetBoolean())
                .Select(row => row.GetProperty("name").GetString())
        );
        Assert.Equal(2, compared.Json.GetProperty("runs")[0].GetProperty("curve").GetArrayLength());
        JsonElement layers = compared.Json.GetProperty("configuration").EnumerateArray().First(Is("static_layers"));
        Assert.Equal("[16,8]", layers.GetProperty("values")[0].GetString());
    }

    [Fact]
    public async Task The_page_and_the_interface_of_programs_show_the_same()
    {
        await using TestSite site = new(mine);
        using HttpClient client = site.CreateClient();
        string query = $"compare?run={mine.Production}&run={mine.Previous}";

        using HttpResponseMessage page = await client.GetAsync($"/models/{query}", Token);
        using HttpResponseMessage json = await client.GetAsync($"/api/v1/models/{query}", Token);

        IHtmlDocument document = await PageSite.ReadAsync(page);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(4, document.QuerySelectorAll("svg.curves polyline").Length);
        Assert.Equal("Seed differs", Text(document.QuerySelector("tr.emphasis th")!));
        Assert.Empty(document.QuerySelectorAll("[style]"));
        JsonElement api = JsonDocument.Parse(await json.Content.ReadAsStringAsync(Token)).RootElement;
        double loss = api.GetProperty("paired")
            .GetProperty("metrics")
            .EnumerateArray()
            .First(Is("log_loss"))
            .GetProperty("values")[0]
            .GetProperty("value")
            .GetDouble();
        Assert.Contains(
            loss.ToString("F4", System.Globalization.CultureInfo.InvariantCulture),
            Text(document.QuerySelector("section[aria-labelledby=metrics] tbody tr")!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_damaged_and_an_archived_run_are_shown_and_left_out_of_what_is_paired()
    {
        await using TestSite site = new(mine);
        await site.Get<ModelRegistry>().RegisterAsync(RegistrySamples.Version(RegistrySamples.RunIdOf(1)), Token);
        await site.Get<ModelRegistry>().ArchiveAsync(RegistrySamples.RunIdOf(1), "Pruned.", "tester", Token);
        await File.AppendAllTextAsync(
            Path.Combine(site.Root, "models", mine.Previous, ArtifactFileNames.Metrics),
            " ",
            Token
        );

        CommandResult compared = await site.CommandLine.RunAsync(
            "models",
            "compare",
            mine.Production,
            mine.Previous,
            RegistrySamples.RunIdOf(1)
        );

        Assert.Equal(0, compared.ExitCode);
        Assert.Contains(ArtifactFileNames.Metrics, compared.Output, StringComparison.Ordinal);
        Assert.Contains("Fewer than two runs can be compared", compared.Output, StringComparison.Ordinal);
        Assert.Contains("archived", compared.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_comparison")]
    [InlineData("invalid_comparison", "PRODUCTION")]
    [InlineData("invalid_comparison", "PRODUCTION", "PRODUCTION")]
    [InlineData("invalid_run_id", "PRODUCTION", "../../etc/passwd")]
    [InlineData("invalid_run_id", "PRODUCTION", "/etc/passwd")]
    [InlineData("invalid_run_id", "PRODUCTION", "a\0b")]
    [InlineData("invalid_run_id", "PRODUCTION", "LONG")]
    [InlineData("model_not_found", "PRODUCTION", "20200101_000000_00000000")]
    [InlineData("invalid_comparison", "1", "2", "3", "4", "5", "6")]
    public async Task What_cannot_be_compared_is_refused_in_a_sentence(string code, params string[] runs)
    {
        await using TestSite site = new(mine);
        using HttpClient client = site.CreateClient();
        string query = string.Join('&', runs.Select(run => "run=" + Uri.EscapeDataString(Meant(run))));

        using HttpResponseMessage answer = await client.GetAsync($"/api/v1/models/compare?{query}", Token);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("detail").GetString()!.Length < 200);
    }

    private string Meant(string run) =>
        run switch
        {
            "PRODUCTION" => mine.Production,
            "LONG" => new string('x', 5_000),
            { Length: 1 } => RegistrySamples.RunIdOf(run[0]),
            _ => run,
        };

    private static Func<JsonElement, bool> Is(string name) => metric => metric.GetProperty("name").GetString() == name;

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
