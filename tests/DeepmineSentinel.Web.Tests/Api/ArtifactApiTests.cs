using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Training;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Api;

public sealed class ArtifactApiTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_info_names_every_file_with_the_size_and_hash_it_has_on_disk()
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);

        (HttpResponseMessage response, JsonElement info) = await api.SendAsync(
            HttpMethod.Get,
            $"/api/v1/artifacts/{mine.Production}/info"
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("production", info.GetProperty("state").GetString());
        Assert.Equal("compact", info.GetProperty("network").GetString());
        Assert.True(info.GetProperty("trainingSeconds").GetDouble() > 0);
        JsonElement[] files = [.. info.GetProperty("manifest").GetProperty("files").EnumerateArray()];
        Assert.Contains(files, file => file.GetProperty("name").GetString() == ArtifactFileNames.Details);
        foreach (JsonElement file in files)
        {
            byte[] bytes = File.ReadAllBytes(PathOf(site, mine.Production, file.GetProperty("name").GetString()!));
            Assert.Equal(bytes.Length, file.GetProperty("size").GetInt64());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
        }

        Assert.Equal(
            files.Sum(file => file.GetProperty("size").GetInt64()),
            info.GetProperty("manifest").GetProperty("size").GetInt64()
        );
    }

    [Fact]
    public async Task The_model_is_one_zip_with_a_length_that_is_not_sent_twice()
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);
        string address = $"/api/v1/export/{mine.Production}/model";

        using HttpResponseMessage response = await api.Http.GetAsync(address, Token);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(Token);
        using HttpRequestMessage again = new(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        (HttpResponseMessage unchanged, _) = await api.SendAsync(again);

        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(bytes.Length, response.Content.Headers.ContentLength);
        Assert.EndsWith(".zip", response.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        using ZipArchive zip = new(new MemoryStream(bytes));
        Assert.Contains(zip.Entries, entry => entry.Name == ArtifactFileNames.Manifest);
        Assert.DoesNotContain(zip.Entries, entry => entry.Name.EndsWith("readings.csv", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_run_that_wrote_no_report_has_one_all_the_same_and_no_script_may_run_in_it()
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);

        using HttpResponseMessage response = await api.Http.GetAsync($"/api/v1/export/{mine.Production}/report", Token);
        string html = await response.Content.ReadAsStringAsync(Token);

        Assert.False(File.Exists(PathOf(site, mine.Production, ArtifactFileNames.Report)));
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"Training run {mine.Production}", html, StringComparison.Ordinal);
        Assert.Contains("<section id=\"calibration\"", html, StringComparison.Ordinal);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artifacts", "info")]
    [InlineData("export", "model")]
    [InlineData("export", "report")]
    public async Task A_damaged_run_is_refused_with_the_name_of_the_file(string kind, string part)
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);
        string path = PathOf(site, mine.Production, ArtifactFileNames.Metrics);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        (HttpResponseMessage, JsonElement Body) answer = await api.SendAsync(
            HttpMethod.Get,
            $"/api/v1/{kind}/{mine.Production}/{part}"
        );

        ProblemAssert.Is(HttpStatusCode.InternalServerError, "artifact_damaged", answer);
        Assert.Contains(
            ArtifactFileNames.Metrics,
            answer.Body.GetProperty("detail").GetString()!,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("artifacts", "info")]
    [InlineData("export", "model")]
    [InlineData("export", "report")]
    public async Task A_run_whose_files_were_removed_says_so(string kind, string part)
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);
        Directory.Delete(Path.Combine(site.Root, "models", mine.Previous), recursive: true);

        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "artifact_removed",
            await api.SendAsync(HttpMethod.Get, $"/api/v1/{kind}/{mine.Previous}/{part}")
        );
    }

    [Fact]
    public async Task A_run_that_still_trains_has_no_model_yet()
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);
        string id = await api.QueuedAsync($$"""{{{NarrowNetwork.Json}}, "epochs": 5000, "patience": 5000}""");
        await api.TrainsAsync(id);

        (HttpResponseMessage, JsonElement) early = await api.SendAsync(HttpMethod.Get, $"/api/v1/export/{id}/model");
        await site.Get<TrainingService>().CancelAsync(id, Token);
        await api.EndedAsync(id);
        (HttpResponseMessage, JsonElement) never = await api.SendAsync(HttpMethod.Get, $"/api/v1/artifacts/{id}/info");

        ProblemAssert.Is(HttpStatusCode.Conflict, "run_not_finished", early);
        ProblemAssert.Is(HttpStatusCode.NotFound, "run_without_model", never);
    }

    private static string PathOf(TestSite site, string runId, string name) =>
        Path.Combine(site.Root, "models", runId, name);
}
