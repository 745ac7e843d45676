using System.Text.Json;
using System.Text.Json.Nodes;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Tests.Pages;

namespace DeepmineSentinel.Web.Tests.Api.Stopes;

/// <summary>Bodies of requests about stopes.</summary>
internal static class StopeBodies
{
    public const string Address = "/api/v1/stopes";

    public static JsonObject Good(Mine mine, string name) =>
        new()
        {
            ["mineId"] = mine.Id,
            ["name"] = name,
            ["properties"] = Properties(),
        };

    public static JsonObject Properties() =>
        JsonSerializer.SerializeToNode(PageData.Properties, WebJson.Options)!.AsObject();

    /// <summary>A good body with one member of its properties replaced by JSON text; null: left out.</summary>
    public static string With(Mine mine, string member, string? json)
    {
        JsonObject body = Good(mine, "X");
        JsonObject at = member is "name" or "mineId" or "properties" or "nmae" ? body : body["properties"]!.AsObject();
        if (json is null)
        {
            at.Remove(member);
        }
        else
        {
            at[member] = JsonNode.Parse(json);
        }

        return body.ToJsonString();
    }
}
