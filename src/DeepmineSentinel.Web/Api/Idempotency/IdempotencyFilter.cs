using System.Text;
using DeepmineSentinel.Data.Answers;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Api.Idempotency;

/// <summary>Answers a request that was carried out already with what was answered then (docs/decisions/101).</summary>
internal sealed partial class IdempotencyFilter(
    KeptAnswers answers,
    KeysAtWork atWork,
    ILogger<IdempotencyFilter> logger
) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (IdempotencyKey.IdOf(http.Request) is not { } id)
        {
            return await next(context);
        }

        using IDisposable held =
            atWork.Take(id)
            ?? throw new RequestRefusedException(
                StatusCodes.Status409Conflict,
                "idempotency_key_in_use",
                "A request with this key is being carried out; ask again when it is done."
            );
        RequestBytes body = await RequestBytes.OfAsync(http, http.RequestAborted);
        string bodyHash = IdempotencyKey.HashOf(body.Memory.Span);
        return await answers.FindAsync(id, http.RequestAborted) is { } kept
            ? new KeptResult(kept, bodyHash)
            : await CarryOutAsync(context, next, (id, bodyHash));
    }

    // The key is held until the answer is kept, so the answer is written here rather than by who called.
    private async Task<object?> CarryOutAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        (string Id, string BodyHash) request
    )
    {
        object? result = await next(context);
        if (result is not IResult answer)
        {
            return result;
        }

        HttpContext http = context.HttpContext;
        Stream caller = http.Response.Body;
        using MemoryStream copy = new();
        http.Response.Body = copy;
        try
        {
            await answer.ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = caller;
        }

        await KeepAsync(http.Response, request, Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length));
        await caller.WriteAsync(copy.GetBuffer().AsMemory(0, (int)copy.Length), http.RequestAborted);
        return Results.Empty;
    }

    // What was done is done: an answer that cannot be kept is given all the same.
    private async Task KeepAsync(HttpResponse response, (string Id, string BodyHash) request, string content)
    {
        if (response.StatusCode is < 200 or >= 300)
        {
            return;
        }

        try
        {
            KeptAnswer answer = new()
            {
                Id = request.Id,
                BodyHash = request.BodyHash,
                Status = response.StatusCode,
                Location = response.Headers.Location,
                Tag = response.Headers.ETag,
                Content = content,
                At = default,
            };
            await answers.KeepAsync(answer, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotKept(exception);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "An answer could not be kept: its request, sent again, would be carried out again"
    )]
    private partial void LogNotKept(Exception exception);
}
