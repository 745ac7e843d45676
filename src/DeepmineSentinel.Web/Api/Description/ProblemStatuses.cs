using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace DeepmineSentinel.Web.Api.Description;

/// <summary>Statuses of problems that every endpoint of a kind has.</summary>
internal static class ProblemStatuses
{
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="hasBody">Whether it takes a body.</param>
    /// <param name="idempotent">Whether it takes a key.</param>
    /// <param name="mustMatch">Whether it must be told, or may be told, what a change was made from; null: neither.</param>
    public static IEnumerable<int> Of(ApiDescription endpoint, bool hasBody, bool idempotent, bool? mustMatch)
    {
        bool isUnsafe = !HttpMethods.IsGet(endpoint.HttpMethod ?? "") && !HttpMethods.IsHead(endpoint.HttpMethod ?? "");
        List<int> statuses =
        [
            StatusCodes.Status400BadRequest,
            StatusCodes.Status403Forbidden,
            StatusCodes.Status500InternalServerError,
            StatusCodes.Status503ServiceUnavailable,
        ];
        Add(endpoint.RelativePath!.Contains('{', StringComparison.Ordinal), StatusCodes.Status404NotFound);
        Add(isUnsafe, StatusCodes.Status409Conflict);
        Add(isUnsafe, StatusCodes.Status415UnsupportedMediaType);
        Add(hasBody || idempotent, StatusCodes.Status413PayloadTooLarge);
        Add(idempotent, StatusCodes.Status422UnprocessableEntity);
        Add(mustMatch is not null, StatusCodes.Status412PreconditionFailed);
        Add(mustMatch == true, StatusCodes.Status428PreconditionRequired);
        return statuses;

        void Add(bool applies, int status)
        {
            if (applies)
            {
                statuses.Add(status);
            }
        }
    }
}
