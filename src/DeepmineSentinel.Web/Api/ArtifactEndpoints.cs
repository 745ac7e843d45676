using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Artifacts;
using DeepmineSentinel.Web.Services.Training;
using Microsoft.Net.Http.Headers;

namespace DeepmineSentinel.Web.Api;

/// <summary>A run's artifact: what it is, its files as one zip, its report.</summary>
internal static class ArtifactEndpoints
{
    // A report may come from elsewhere, in an imported run: it gets no script, no origin and no network.
    private const string ReportPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; sandbox";

    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapArtifacts(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder artifacts = api.MapGroup("").WithTags("Artifacts");
        artifacts
            .MapGet("/artifacts/{runId}/info", InfoAsync)
            .Answers<ArtifactInfoDocument>("getArtifact", "Reads what is known of a run's files, verified now.")
            .Refuses(StatusCodes.Status409Conflict);
        artifacts
            .MapMethods("/export/{runId}/model", Reads, ModelAsync)
            .AnswersFile("downloadModel", "Downloads a run's files.", "application/zip")
            .Refuses(StatusCodes.Status409Conflict);
        artifacts
            .MapMethods("/export/{runId}/report", Reads, ReportAsync)
            .AnswersFile("downloadReport", "Downloads a run's report.", "text/html")
            .Refuses(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> InfoAsync(
        string runId,
        RunArtifacts artifacts,
        CancellationToken cancellationToken
    )
    {
        (SealedRun run, ModelVersion? version) = await artifacts.OpenAsync(runId, cancellationToken);
        return Results.Json(ArtifactInfo.Of(run, version), WebJson.Options);
    }

    private static async Task<IResult> ModelAsync(
        string runId,
        bool? withData,
        HttpRequest request,
        RunArtifacts artifacts,
        RunExport export,
        CancellationToken cancellationToken
    )
    {
        (SealedRun run, _) = await artifacts.OpenAsync(runId, cancellationToken);
        EntityTagHeaderValue tag = TagOf(run, withData == true ? "model+data" : "model");
        if (EntityTags.IsKnown(request, tag))
        {
            return Unchanged(request, tag);
        }

        return Results.Stream(
            export.OpenZip(run.Id, withData == true, cancellationToken),
            "application/zip",
            export.FileName(run.Id),
            entityTag: tag
        );
    }

    private static async Task<IResult> ReportAsync(
        string runId,
        HttpRequest request,
        RunArtifacts artifacts,
        CancellationToken cancellationToken
    )
    {
        (SealedRun run, _) = await artifacts.OpenAsync(runId, cancellationToken);
        EntityTagHeaderValue tag = TagOf(run, "report");
        request.HttpContext.Response.Headers.ContentSecurityPolicy = ReportPolicy;
        return Results.Stream(RunArtifacts.OpenReport(run), "text/html; charset=utf-8", entityTag: tag);
    }

    private static IResult Unchanged(HttpRequest request, EntityTagHeaderValue tag)
    {
        request.HttpContext.Response.GetTypedHeaders().ETag = tag;
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    // Weak: the bytes of a zip may differ where the files in it do not.
    private static EntityTagHeaderValue TagOf(SealedRun run, string kind)
    {
        string files = string.Join('\n', run.Manifest.Files.Select(file => $"{file.Name} {file.Sha256}"));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{files}"));
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash)[..32]}\"", isWeak: true);
    }
}
