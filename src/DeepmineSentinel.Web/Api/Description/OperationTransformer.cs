using DeepmineSentinel.Web.Api.Idempotency;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace DeepmineSentinel.Web.Api.Description;

/// <summary>Adds to each operation what its endpoint says of itself, and the problems of its kind.</summary>
internal sealed class OperationTransformer : IOpenApiOperationTransformer
{
    private const string Problem = nameof(ProblemDocument);

    public async Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        OpenApiDocument document = context.Document!;
        if (document.Components?.Schemas?.ContainsKey(Problem) != true)
        {
            document.AddComponent(
                Problem,
                await context.GetOrCreateSchemaAsync(typeof(ProblemDocument), null, cancellationToken)
            );
        }

        if (HttpMethods.IsHead(context.Description.HttpMethod ?? ""))
        {
            // The same route as GET, whose name it would take.
            operation.OperationId = null;
        }

        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        EndpointShape[] shapes = [.. metadata.OfType<EndpointShape>()];
        bool idempotent = metadata.OfType<IdempotentMark>().Any();
        JsonObjectShape? body = shapes.FirstOrDefault(shape => shape.Body is not null)?.Body;
        bool? mustMatch = shapes.FirstOrDefault(shape => shape.MustMatch is not null)?.MustMatch;
        AddParameters(operation, shapes, mustMatch, idempotent);
        AddBody(operation, body);
        AddNotModified(operation, context);
        IEnumerable<int> statuses = ProblemStatuses
            .Of(context.Description, body is not null, idempotent, mustMatch)
            .Concat(shapes.SelectMany(shape => shape.Problems));
        foreach (int status in statuses.Distinct().Order())
        {
            Responses(operation)[Text(status)] = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchemaReference(Problem, document),
                    },
                },
            };
        }
    }

    private static void AddParameters(
        OpenApiOperation operation,
        EndpointShape[] shapes,
        bool? mustMatch,
        bool idempotent
    )
    {
        operation.Parameters ??= [];
        foreach (QueryParameter field in shapes.SelectMany(shape => shape.Query))
        {
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = field.Name,
                    In = ParameterLocation.Query,
                    Description = field.Description,
                    Schema = ShapeSchema.Of(field.Shape),
                }
            );
        }

        if (mustMatch is { } must)
        {
            operation.Parameters.Add(Header("If-Match", "ETag of the version that the change was made from.", must));
        }

        if (idempotent)
        {
            operation.Parameters.Add(
                Header(IdempotencyKey.Header, "The same request under the same key is carried out once.", false)
            );
        }
    }

    private static void AddBody(OpenApiOperation operation, JsonObjectShape? body)
    {
        if (body is null)
        {
            return;
        }

        operation.RequestBody = new OpenApiRequestBody
        {
            Required = body.Required.Count > 0,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = ShapeSchema.Of(body) },
            },
        };
    }

    private static void AddNotModified(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (HttpMethods.IsGet(context.Description.HttpMethod ?? ""))
        {
            Responses(operation)[Text(StatusCodes.Status304NotModified)] = new OpenApiResponse
            {
                Description = "What If-None-Match names is what it is still.",
            };
        }
    }

    private static OpenApiParameter Header(string name, string description, bool required) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Required = required,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static OpenApiResponses Responses(OpenApiOperation operation) => operation.Responses ??= [];

    private static string Text(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
