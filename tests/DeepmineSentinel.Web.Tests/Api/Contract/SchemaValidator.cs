using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DeepmineSentinel.Web.Tests.Api.Contract;

/// <summary>
/// Checks JSON against the part of JSON Schema that the description of the API uses; a word that it does not know is a problem
/// too. An object with named members takes no others.
/// </summary>
internal sealed class SchemaValidator(JsonElement document)
{
    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal)
    {
        "description",
        "title",
        "default",
        "example",
        "examples",
        "deprecated",
    };

    private readonly List<string> problems = [];

    /// <summary>Everything in which a value is not what its schema says.</summary>
    public IReadOnlyList<string> Check(JsonElement value, JsonElement schema)
    {
        problems.Clear();
        Check(value, schema, "$");
        return [.. problems];
    }

    /// <summary>The schema that a reference names, or the schema itself.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("$ref", out JsonElement reference))
        {
            return schema;
        }

        JsonElement found = document;
        foreach (string part in reference.GetString()!.TrimStart('#', '/').Split('/'))
        {
            found = found.GetProperty(part);
        }

        return Resolve(found);
    }

    private void Check(JsonElement value, JsonElement given, string path)
    {
        JsonElement schema = Resolve(given);
        foreach (JsonProperty word in schema.EnumerateObject())
        {
            switch (word.Name)
            {
                case "type":
                    Demand(Kinds(word.Value).Any(kind => IsOf(value, kind)), $"{path} is not {word.Value}");
                    break;
                case "enum":
                    Demand(
                        word.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
                        $"{path} is none of {word.Value}"
                    );
                    break;
                case "oneOf":
                    int fitting = word.Value.EnumerateArray().Count(one => Fits(value, one));
                    Demand(fitting == 1, $"{path} fits {fitting} of the alternatives");
                    break;
                case "anyOf":
                    Demand(word.Value.EnumerateArray().Any(one => Fits(value, one)), $"{path} fits no alternative");
                    break;
                case "required":
                    CheckRequired(value, word.Value, path);
                    break;
                case "properties":
                    CheckMembers(value, schema, path);
                    break;
                case "additionalProperties":
                    CheckOthers(value, schema, word.Value, path);
                    break;
                case "items":
                    CheckItems(value, word.Value, path);
                    break;
                case "format":
                    CheckFormat(value, word.Value.GetString()!, path);
                    break;
                case "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum":
                    CheckRange(value, word, path);
                    break;
                case "maxLength":
                    Demand(
                        value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= word.Value.GetInt32(),
                        $"{path} is too long"
                    );
                    break;
                case "pattern":
                    Demand(
                        value.ValueKind != JsonValueKind.String
                            || Regex.IsMatch(value.GetString()!, word.Value.GetString()!),
                        $"{path} is not like {word.Value}"
                    );
                    break;
                default:
                    Demand(Remarks.Contains(word.Name), $"the schema of {path} says {word.Name}, which is not known");
                    break;
            }
        }
    }

    private bool Fits(JsonElement value, JsonElement schema) =>
        new SchemaValidator(document).Check(value, schema).Count == 0;

    private void CheckRequired(JsonElement value, JsonElement names, string path)
    {
        foreach (JsonElement name in names.EnumerateArray())
        {
            Demand(
                value.ValueKind != JsonValueKind.Object || value.TryGetProperty(name.GetString()!, out _),
                $"{path} lacks {name}"
            );
        }
    }

    private void CheckMembers(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        JsonElement known = schema.GetProperty("properties");
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (known.TryGetProperty(member.Name, out JsonElement of))
            {
                Check(member.Value, of, $"{path}.{member.Name}");
            }
            else
            {
                Demand(schema.TryGetProperty("additionalProperties", out _), $"{path} has {member.Name} beside");
            }
        }
    }

    private void CheckOthers(JsonElement value, JsonElement schema, JsonElement others, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        bool hasKnown = schema.TryGetProperty("properties", out JsonElement known);
        foreach (
            JsonProperty member in value
                .EnumerateObject()
                .Where(member => !hasKnown || !known.TryGetProperty(member.Name, out _))
        )
        {
            if (others.ValueKind == JsonValueKind.Object)
            {
                Check(member.Value, others, $"{path}.{member.Name}");
            }
            else
            {
                Demand(others.GetBoolean(), $"{path} has {member.Name} beside");
            }
        }
    }

    private void CheckItems(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            Check(item, schema, $"{path}[{index++}]");
        }
    }

    private void CheckFormat(JsonElement value, string format, string path)
    {
        bool fits = (format, value.ValueKind) switch
        {
            ("date-time", JsonValueKind.String) => DateTimeOffset.TryParse(
                value.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ) && value.GetString()!.EndsWith('Z'),
            ("int32", JsonValueKind.Number) => value.TryGetInt32(out _),
            ("int64", JsonValueKind.Number) => value.TryGetInt64(out _),
            ("double", JsonValueKind.Number) => value.TryGetDouble(out _),
            _ => true,
        };
        Demand(fits, $"{path} is no {format}");
    }

    private void CheckRange(JsonElement value, JsonProperty word, string path)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return;
        }

        (double number, double limit) = (value.GetDouble(), word.Value.GetDouble());
        bool fits = word.Name switch
        {
            "minimum" => number >= limit,
            "maximum" => number <= limit,
            "exclusiveMinimum" => number > limit,
            _ => number < limit,
        };
        Demand(fits, $"{path} is beyond its {word.Name}");
    }

    private static IEnumerable<string> Kinds(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(kind => kind.GetString()!)
            : [type.GetString()!];

    private static bool IsOf(JsonElement value, string kind) =>
        kind switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "string" => value.ValueKind == JsonValueKind.String,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
            "number" => value.ValueKind == JsonValueKind.Number,
            _ => false,
        };

    private void Demand(bool fine, string problem)
    {
        if (!fine)
        {
            problems.Add(problem);
        }
    }
}
