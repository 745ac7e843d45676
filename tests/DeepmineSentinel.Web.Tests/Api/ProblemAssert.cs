using System.Net;
using System.Text.Json;

namespace DeepmineSentinel.Web.Tests.Api;

/// <summary>What every error of the API is.</summary>
internal static class ProblemAssert
{
    public static void Is(HttpStatusCode status, string code, (HttpResponseMessage Response, JsonElement Body) answer)
    {
        Assert.Equal(status, answer.Response.StatusCode);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, answer.Body.GetProperty("code").GetString());
        Assert.Equal((int)status, answer.Body.GetProperty("status").GetInt32());
        Assert.NotEmpty(answer.Body.GetProperty("title").GetString()!);
        Assert.NotEmpty(answer.Body.GetProperty("detail").GetString()!);
    }
}
