using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DeepmineSentinel.Web.Api.Description;

/// <summary>The description as an object, made once: routes and schemas do not change while the site runs.</summary>
public sealed class DescribedApi([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    private OpenApiDocument? known;

    /// <summary>Read only: pages share it.</summary>
    public async Task<OpenApiDocument> ReadAsync(CancellationToken cancellationToken) =>
        known ??= await provider.GetOpenApiDocumentAsync(cancellationToken);
}
