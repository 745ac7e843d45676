using System.Text.Json;
using System.Text.RegularExpressions;
using DeepmineSentinel.Web.Api;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Api.Contract;

/// <summary>The description of the API against the site's own routes; answers are held to it wherever a test asks for one.</summary>
public sealed partial class OpenApiTests(PageSite site) : IClassFixture<PageSite>
{
    private static readonly string[] Methods = ["get", "head", "post", "put", "patch", "delete"];

    [Fact]
    public async Task Every_route_is_described_and_nothing_else()
    {
        string[] routes =
        [
            .. site
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(route => route.RoutePattern.RawText!.StartsWith(ApiRoutes.Root, StringComparison.Ordinal))
                .SelectMany(route =>
                    route
                        .Metadata.GetMetadata<IHttpMethodMetadata>()!
                        .HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText!.TrimEnd('/')}")
                )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        string[] described =
        [
            .. Operations(await DocumentAsync())
                .Select(operation => $"{operation.Method.ToUpperInvariant()} {operation.Path}")
                .Order(StringComparer.Ordinal),
        ];

        Assert.NotEmpty(routes);
        Assert.Equal(routes, described);
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_sentence_a_group_and_a_problem_for_what_is_malformed()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((string path, string method, JsonElement operation) in Operations(await DocumentAsync()))
        {
            string what = $"{method} {path}";
            bool named = operation.TryGetProperty("operationId", out JsonElement name);
            Assert.True(method == "head" || (named && names.Add(name.GetString()!)), $"{what} has no name of its own");
            Assert.True(operation.TryGetProperty("summary", out _), $"{what} has no summary");
            Assert.Single(operation.GetProperty("tags").EnumerateArray());
            JsonElement responses = operation.GetProperty("responses");
            Assert.Contains(responses.EnumerateObject(), answer => answer.Name[0] == '2');
            Assert.Equal(
                "#/components/schemas/ProblemDocument",
                responses
                    .GetProperty("400")
                    .GetProperty("content")
                    .GetProperty("application/problem+json")
                    .GetProperty("schema")
                    .GetProperty("$ref")
                    .GetString()
            );
            foreach (Match part in Unnamed().Matches(path))
            {
                Assert.Contains(
                    operation.GetProperty("parameters").EnumerateArray(),
                    field =>
                        field.GetProperty("in").GetString() == "path"
                        && field.GetProperty("name").GetString() == part.Groups[1].Value
                );
            }
        }
    }

    [Fact]
    public async Task Every_answer_in_json_has_a_schema_that_says_something_and_every_reference_leads_somewhere()
    {
        JsonElement document = await DocumentAsync();
        SchemaValidator validator = new(document);
        foreach ((string path, string method, JsonElement operation) in Operations(document))
        {
            foreach (JsonProperty answer in operation.GetProperty("responses").EnumerateObject())
            {
                if (
                    answer.Value.TryGetProperty("content", out JsonElement content)
                    && content.TryGetProperty("application/json", out JsonElement json)
                )
                {
                    JsonElement schema = validator.Resolve(json.GetProperty("schema"));
                    Assert.True(schema.TryGetProperty("type", out _), $"{method} {path} {answer.Name}: {schema}");
                }
            }
        }

        Assert.All(
            Reference().Matches(document.GetRawText()).Select(match => match.Groups[1].Value).Distinct(),
            name =>
                Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty(name, out _), name)
        );
    }

    [Theory]
    [InlineData("""{"id": 1, "name": "x"}""", 0)]
    [InlineData("""{"id": 1.5, "name": "x"}""", 1)]
    [InlineData("""{"id": 101, "name": "x"}""", 1)]
    [InlineData("""{"name": "x"}""", 1)]
    [InlineData("""{"id": 1, "name": "x", "more": 1}""", 1)]
    [InlineData("""{"id": 1, "name": "y"}""", 1)]
    [InlineData("""{"id": 1, "name": null, "at": "2026-01-31T18:00:00Z"}""", 0)]
    [InlineData("""{"id": 1, "name": null, "at": "2026-01-31T18:00:00"}""", 1)]
    [InlineData("""{"id": 1, "name": null, "list": [1, "2"]}""", 1)]
    [InlineData("[]", 1)]
    public void The_validator_finds_what_is_wrong(string value, int problems)
    {
        JsonElement schema = JsonElement.Parse(
            """
            {"type": "object", "required": ["id"], "properties": {
              "id": {"type": "integer", "maximum": 100},
              "name": {"oneOf": [{"type": "null"}, {"enum": ["x"]}]},
              "at": {"type": "string", "format": "date-time"},
              "list": {"type": ["null", "array"], "items": {"type": "number"}}}}
            """
        );

        Assert.Equal(problems, new SchemaValidator(schema).Check(JsonElement.Parse(value), schema).Count);
    }

    private async Task<JsonElement> DocumentAsync() => (await ApiContract.OfAsync(site.CreateClient())).Document;

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement document) =>
        document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject()
                    .Where(operation => Methods.Contains(operation.Name))
                    .Select(operation => (path.Name, operation.Name, operation.Value))
            );

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Unnamed();

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();
}
