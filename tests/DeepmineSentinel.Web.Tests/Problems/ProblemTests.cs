using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Problems;

public sealed class ProblemTests
{
    [Fact]
    public async Task An_unknown_run_is_a_problem_document_with_a_stable_code()
    {
        await using TestSite site = new();
        using HttpClient client = site.CreateClient();

        using HttpResponseMessage answer = await client.GetAsync(
            "/models/20260131_235959_0a1b2c3d",
            TestContext.Current.CancellationToken
        );
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>(
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("model_not_found", problem.GetProperty("code").GetString());
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/models/../../etc/passwd", HttpStatusCode.NotFound)]
    [InlineData("/models/latest", HttpStatusCode.BadRequest)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    public async Task A_browser_gets_a_page_without_a_stack_trace(string address, HttpStatusCode status)
    {
        await using TestSite site = new();
        using HttpClient client = site.CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");

        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("trace id", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/models")]
    [InlineData("/models/latest")]
    [InlineData("/nothing-here")]
    [InlineData("/api/v1/training-runs/nonsense")]
    public async Task Every_answer_forbids_inline_script_framing_and_guessing_a_failure_too(string address)
    {
        await using TestSite site = new();
        using HttpClient client = site.CreateClient();

        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using TestSite site = new();
        using HttpClient client = site.CreateClient();
        using FormUrlEncodedContent form = new([]);

        using HttpResponseMessage answer = await client.PostAsync(
            "/models/rollback",
            form,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
