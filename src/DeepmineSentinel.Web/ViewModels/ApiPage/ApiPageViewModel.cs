using Microsoft.OpenApi;

namespace DeepmineSentinel.Web.ViewModels.ApiPage;

/// <summary>Everything that the API can be asked, in groups.</summary>
public sealed record ApiPageViewModel(string Summary, IReadOnlyList<ApiGroup> Groups)
{
    public static ApiPageViewModel Of(OpenApiDocument document) =>
        new(
            document.Info.Description ?? "",
            [
                .. document
                    .Paths.SelectMany(path =>
                        (path.Value.Operations ?? []).Select(operation =>
                            ApiOperation.Of(path.Key, operation.Key, operation.Value)
                        )
                    )
                    .Where(operation => operation.Id is not null)
                    .GroupBy(operation => operation.Group)
                    .Select(group => new ApiGroup(group.Key, [.. group])),
            ]
        );
}
