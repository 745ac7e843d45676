using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Learning.Search;

/// <summary>Reads what a user wrote: a grid, lists of values by option, or one configuration, a value each.</summary>
internal static class ConfigurationFile
{
    /// <summary>Longest text that is read, characters.</summary>
    public const int Longest = 1_000_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The options of a file with their values; of a grid each value is a list that is not empty.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="isGrid">Whether lists are expected.</param>
    /// <exception cref="SentinelException">It is not such a file; every problem is named.</exception>
    public static IReadOnlyList<(ConfigurationOption Option, JsonElement Value)> Read(string text, bool isGrid)
    {
        JsonElement root = Parse(text, isGrid);
        List<(ConfigurationOption, JsonElement)> found = [];
        List<string> problems = [];
        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (Find(property.Name, isGrid, problems) is not { } option)
            {
                continue;
            }

            if (!isGrid || IsList(property, option, problems))
            {
                found.Add((option, property.Value));
            }
        }

        if (problems.Count > 0)
        {
            throw Refused(isGrid, "unusable", string.Join("; ", problems) + ".");
        }

        return found.Count > 0 || !isGrid
            ? found
            : throw Refused(isGrid, "without_values", "The grid names no option; give at least one a list of values.");
    }

    /// <summary>A refusal of what was written.</summary>
    public static SentinelException Refused(bool isGrid, string reason, string message) =>
        new(FailureKind.InvalidInput, $"{(isGrid ? "grid" : "configuration")}_{reason}", message);

    private static JsonElement Parse(string text, bool isGrid)
    {
        string what = isGrid ? "grid" : "configuration";
        if (text.Length > Longest)
        {
            throw Refused(isGrid, "too_large", $"The {what} is longer than {Longest} characters.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Refused(isGrid, "not_an_object", $"The {what} must be a JSON object of options.");
        }
        catch (JsonException problem)
        {
            string place = problem.LineNumber is { } line
                ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1})")
                : "";
            throw new SentinelException(
                FailureKind.InvalidInput,
                $"{what}_not_json",
                $"The {what} is not JSON{place}; numbers such as NaN and repeated names are none either.",
                problem
            );
        }
    }

    private static ConfigurationOption? Find(string name, bool isGrid, List<string> problems)
    {
        ConfigurationOption? option = ConfigurationOptions.All.FirstOrDefault(known => known.Name == name);
        if (option is null)
        {
            string shown = name.Length <= 40 ? name : name[..40];
            string? near = NearestWord.Of(shown, ConfigurationOptions.All.Select(known => known.Name));
            problems.Add($"'{shown}' is no option{(near is null ? "" : $", did you mean {near}")}");
            return null;
        }

        if (isGrid && !option.IsSearchable)
        {
            problems.Add(
                $"{name} cannot be searched, as trials must be measured on the same labels of the same stopes; give it as "
                    + $"--{name.Replace('_', '-')}"
            );
            return null;
        }

        return option;
    }

    private static bool IsList(JsonProperty property, ConfigurationOption option, List<string> problems)
    {
        bool isList = property.Value.ValueKind == JsonValueKind.Array;
        if (!isList)
        {
            problems.Add($"{option.Name} must be a list of values, such as [{property.Value.GetRawText()}]");
        }
        else if (property.Value.GetArrayLength() == 0)
        {
            problems.Add($"{option.Name} has no values");
        }

        return isList;
    }
}
