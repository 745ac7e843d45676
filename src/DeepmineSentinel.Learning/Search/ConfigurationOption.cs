using System.Text.Json;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Search;

/// <summary>One choice of a run by its name in JSON files and results.</summary>
/// <param name="Name">Name in snake_case; with dashes it is the option of the command line.</param>
/// <param name="IsSearchable">Whether a grid may vary it: trials that differ in it must still compare.</param>
/// <param name="Takes">What it takes, for messages, for example "a whole number".</param>
internal sealed record ConfigurationOption(string Name, bool IsSearchable, string Takes)
{
    /// <summary>The value that options have, as JSON.</summary>
    public required Func<TrainingOptions, JsonElement> Read { get; init; }

    /// <summary>Options with a value; null: the value is of the wrong type.</summary>
    public required Func<TrainingOptions, JsonElement, TrainingOptions?> Write { get; init; }
}
