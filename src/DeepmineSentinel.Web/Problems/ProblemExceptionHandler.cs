using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Registry;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Problems;

/// <summary>The one translator of exceptions for the site. Defects are logged whole and shown as nothing but a trace id.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        ProblemDetails problem = Describe(DatabaseFailure.Explain(exception) ?? exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            LogFailure(httpContext.Request.Method, httpContext.Request.Path, exception);
        }

        await ProblemWriter.WriteAsync(httpContext, problem, cancellationToken);
        return true;
    }

    private static ProblemDetails Describe(Exception exception) =>
        exception switch
        {
            InputRejectedException rejected => WithRows(rejected),
            FieldsRejectedException rejected => WithFields(rejected),
            GateMissedException missed => WithVerdict(missed),
            SentinelException known => Known(known),
            RequestRefusedException refused => Refused(refused),
            BadHttpRequestException bad => new ProblemDetails
            {
                Status = bad.StatusCode,
                Title = "The request cannot be read",
                Detail =
                    bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                        ? "The upload is larger than Site:UploadLimitBytes allows."
                        : "The request is malformed.",
                Extensions = { ["code"] = "bad_request" },
            },
            _ => new ProblemDetails
            {
                Status = StatusCodes.Status500InternalServerError,
                Title = "Something went wrong",
                Detail = "This is a defect. Nothing was lost; the log has the details under the trace id.",
                Extensions = { ["code"] = "defect" },
            },
        };

    private static ProblemDetails Refused(RequestRefusedException refused)
    {
        ProblemDetails problem = new()
        {
            Status = refused.Status,
            Title = "The request was refused",
            Detail = refused.Message,
            Extensions = { ["code"] = refused.Code },
        };
        foreach ((string name, object? value) in refused.Members)
        {
            problem.Extensions[name] = value;
        }

        return problem;
    }

    private static ProblemDetails WithRows(InputRejectedException rejected)
    {
        ProblemDetails problem = Known(rejected);
        problem.Extensions["problems"] = rejected.Problems;
        problem.Extensions["totalProblems"] = rejected.Total;
        return problem;
    }

    private static ProblemDetails WithVerdict(GateMissedException missed)
    {
        ProblemDetails problem = Known(missed);
        problem.Extensions["gate"] = missed.Verdict;
        return problem;
    }

    private static ProblemDetails WithFields(FieldsRejectedException rejected)
    {
        ProblemDetails problem = Known(rejected);
        problem.Extensions["errors"] = rejected
            .Problems.GroupBy(one => one.Field)
            .ToDictionary(field => field.Key, field => field.Select(one => one.Reason).ToArray());
        return problem;
    }

    private static ProblemDetails Known(SentinelException known) =>
        new()
        {
            Status = FailureStatus.Http(known.Kind),
            Title = FailureStatus.Title(known.Kind),
            Detail = known.Message,
            Extensions = { ["code"] = known.Code },
        };

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogFailure(string method, PathString path, Exception exception);
}
