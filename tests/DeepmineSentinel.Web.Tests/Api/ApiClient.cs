using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DeepmineSentinel.Web.Tests.Api.Contract;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Api;

/// <summary>Speaks to the API of a test site as a script does.</summary>
internal sealed class ApiClient(HttpClient http) : IDisposable
{
    public const string Runs = "/api/v1/training-runs";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public HttpClient Http => http;

    public static ApiClient Of(TestSite site) => new(site.CreateClient());

    public async Task<(HttpResponseMessage Response, JsonElement Body)> SendAsync(
        HttpMethod method,
        string address,
        string? json = null
    )
    {
        using HttpRequestMessage request = Request(method, address, json);
        return await SendAsync(request);
    }

    /// <summary>A request that can still be given headers.</summary>
    public static HttpRequestMessage Request(HttpMethod method, string address, string? json = null)
    {
        HttpRequestMessage request = new(method, address);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        return request;
    }

    public async Task<(HttpResponseMessage Response, JsonElement Body)> SendAsync(HttpRequestMessage request)
    {
        HttpResponseMessage response = await http.SendAsync(request, Token);
        bool isJson =
            response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        JsonElement body = isJson ? await response.Content.ReadFromJsonAsync<JsonElement>(Token) : default;
        (await ApiContract.OfAsync(http)).Check(response, body);
        return (response, body);
    }

    public Task<(HttpResponseMessage Response, JsonElement Body)> QueueAsync(string json) =>
        SendAsync(HttpMethod.Post, Runs, json);

    /// <summary>Queues a run that must be taken, and gives its id.</summary>
    public async Task<string> QueuedAsync(string json)
    {
        (HttpResponseMessage response, JsonElement body) = await QueueAsync(json);
        Assert.True(response.StatusCode == System.Net.HttpStatusCode.Accepted, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    public async Task<JsonElement> RunAsync(string id) => (await SendAsync(HttpMethod.Get, $"{Runs}/{id}")).Body;

    public async Task<JsonElement> EndedAsync(string id)
    {
        JsonElement run = default;
        await Eventually.TrueAsync(async () =>
        {
            run = await RunAsync(id);
            return run.GetProperty("status").GetString() is not ("queued" or "running");
        });
        return run;
    }

    /// <summary>Waits until a run has finished an epoch.</summary>
    public Task TrainsAsync(string id) =>
        Eventually.TrueAsync(async () =>
            (await RunAsync(id)).GetProperty("progress").GetProperty("epochsDone").GetInt32() > 0
        );

    public void Dispose() => http.Dispose();
}
