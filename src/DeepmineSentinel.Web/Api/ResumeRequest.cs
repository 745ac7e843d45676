using System.Collections.Frozen;

namespace DeepmineSentinel.Web.Api;

/// <summary>How a stopped run goes on.</summary>
internal sealed record ResumeRequest
{
    /// <summary>Go on although another engine computed the first part; the last digits will differ.</summary>
    public bool AcceptNumerics { get; init; }

    public static FieldReader<ResumeRequest> Reader { get; } =
        new(
            new Dictionary<string, JsonField<ResumeRequest>>
            {
                ["acceptNumerics"] = JsonField<ResumeRequest>.Flag(
                    (request, yes) => request with { AcceptNumerics = yes }
                ),
            }.ToFrozenDictionary(StringComparer.Ordinal)
        );
}
