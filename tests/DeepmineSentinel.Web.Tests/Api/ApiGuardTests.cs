using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DeepmineSentinel.Web.Api;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Api;

/// <summary>Requests that are refused for how they come. One site for all: nothing may change on it.</summary>
public sealed class ApiGuardTests(ApiGuardTests.Guarded guarded) : IClassFixture<ApiGuardTests.Guarded>
{
    private const string Known = "20260131_235959_0a1b2c3d";

    public static TheoryData<string, string> Addresses =>
        new()
        {
            { "GET", "training-runs/{0}" },
            { "DELETE", "training-runs/{0}" },
            { "GET", "training-runs/{0}/events" },
            { "POST", "training-runs/{0}/resume" },
            { "GET", "artifacts/{0}/info" },
            { "GET", "export/{0}/model" },
            { "GET", "export/{0}/report" },
        };

    private ApiClient Api => guarded.Client;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_hostile_run_id_is_refused_wherever_it_is_given(string method, string address)
    {
        string[] hostile =
        [
            "..%2F..%2Fetc%2Fpasswd",
            "%2Fetc%2Fpasswd",
            "..%5C..%5Cwindows",
            "%2e%2e%2fmodels",
            Known + "%0a",
            Known.ToUpperInvariant(),
            "latest",
            "%F0%9F%92%A5",
            new string('a', 10_000),
        ];
        foreach (string id in hostile)
        {
            (HttpResponseMessage, JsonElement) answer = await Api.SendAsync(
                new HttpMethod(method),
                $"/api/v1/{address.Replace("{0}", id, StringComparison.Ordinal)}"
            );

            ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_run_id", answer);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_unknown_run_is_not_found_wherever_it_is_asked_for(string method, string address) =>
        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "run_not_found",
            await Api.SendAsync(
                new HttpMethod(method),
                $"/api/v1/{address.Replace("{0}", Known, StringComparison.Ordinal)}"
            )
        );

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_wrong_method_says_which_are_allowed(string method, string address)
    {
        (HttpResponseMessage Response, JsonElement) answer = await Api.SendAsync(
            HttpMethod.Patch,
            $"/api/v1/{address.Replace("{0}", Known, StringComparison.Ordinal)}",
            "{}"
        );

        ProblemAssert.Is(HttpStatusCode.MethodNotAllowed, "http_405", answer);
        Assert.Contains(method, answer.Response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Anything_but_json_is_refused(string type)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, ApiClient.Runs)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}")),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        ProblemAssert.Is(HttpStatusCode.UnsupportedMediaType, "json_only", await Api.SendAsync(request));
    }

    [Theory]
    [InlineData("{", "invalid_json")]
    [InlineData("[]", "not_an_object")]
    [InlineData("null", "not_an_object")]
    [InlineData("{\"epochs\": NaN}", "invalid_json")]
    [InlineData(
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}}}}}}",
        "invalid_json"
    )]
    public async Task A_body_that_is_no_json_object_is_refused(string body, string code) =>
        ProblemAssert.Is(HttpStatusCode.BadRequest, code, await Api.QueueAsync(body));

    [Fact]
    public async Task A_body_that_is_too_large_is_refused() =>
        ProblemAssert.Is(
            HttpStatusCode.RequestEntityTooLarge,
            "body_too_large",
            await Api.QueueAsync($"{{\"notes\": \"{new string('x', JsonBody.Longest)}\"}}")
        );

    [Theory]
    [InlineData("Origin", "https://elsewhere.example", "POST")]
    [InlineData("Origin", "https://elsewhere.example", "GET")]
    [InlineData("Origin", "null", "POST")]
    [InlineData("Origin", "http://localhost:9999", "DELETE")]
    [InlineData("Origin", "http://localhost.elsewhere.example", "POST")]
    [InlineData("Sec-Fetch-Site", "cross-site", "POST")]
    [InlineData("Sec-Fetch-Site", "same-site", "DELETE")]
    public async Task Another_site_is_refused_before_anything_is_looked_at(string header, string value, string method)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), $"{ApiClient.Runs}/{Known}");
        request.Headers.TryAddWithoutValidation(header, value);

        ProblemAssert.Is(HttpStatusCode.Forbidden, "foreign_origin", await Api.SendAsync(request));
    }

    [Fact]
    public async Task The_sites_own_pages_may_ask()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, ApiClient.Runs);
        request.Headers.Add("Origin", "http://localhost");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        Assert.Equal(HttpStatusCode.OK, (await Api.SendAsync(request)).Response.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_asks_the_api_for_html_gets_a_problem_document_all_the_same()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"{ApiClient.Runs}/latest");
        request.Headers.Accept.ParseAdd("text/html");

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_run_id", await Api.SendAsync(request));
    }

    [Fact]
    public async Task An_address_that_is_none_is_not_found() =>
        ProblemAssert.Is(HttpStatusCode.NotFound, "http_404", await Api.SendAsync(HttpMethod.Get, "/api/v1/nothing"));

    public sealed class Guarded : IAsyncDisposable
    {
        private readonly TestSite site = new();

        public Guarded() => Client = ApiClient.Of(site);

        internal ApiClient Client { get; }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await site.DisposeAsync();
        }
    }
}
