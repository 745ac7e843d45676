using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Api;

/// <summary>What the plan asks for at a level.</summary>
internal sealed record AlertResponseDocument(
    string Conditions,
    IReadOnlyList<string> Actions,
    string Roles,
    string ReEntry
)
{
    public static AlertResponseDocument Of(ResponseLevel response) =>
        new(response.Conditions, response.Actions, response.Roles, response.ReEntry);
}
