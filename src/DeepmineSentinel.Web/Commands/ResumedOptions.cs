using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Commands;

/// <summary>What may be typed beside --resume: a run keeps the options it was started with.</summary>
internal static class ResumedOptions
{
    /// <summary>Refuses options that say something else than the run was started with.</summary>
    /// <exception cref="SentinelException"><c>resume_other_options</c>: at least one does; all are named.</exception>
    public static void RequireSame(IEnumerable<Option> given, TrainModelOptions typed, TrainModelOptions stored)
    {
        JsonObject one = JsonSerializer.SerializeToNode(typed, WebJson.Options)!.AsObject();
        JsonObject other = JsonSerializer.SerializeToNode(stored, WebJson.Options)!.AsObject();
        string[] different =
        [
            .. given
                .Where(option => !JsonNode.DeepEquals(one[KeyOf(option, one)], other[KeyOf(option, one)]))
                .Select(option => option.Name),
        ];
        if (different.Length > 0)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "resume_other_options",
                $"The run was started with another {string.Join(", ", different)}; a resumed run keeps its options: leave them out."
            );
        }
    }

    // The key of an option among the options of a run: --batch-size is batchSize, --events is eventsPath, sizes of layers are in tuning.
    private static string KeyOf(Option option, JsonObject options)
    {
        string[] words = option.Name.TrimStart('-').Split('-');
        string key = words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return Array.Find([key, key + "Path"], options.ContainsKey) ?? "tuning";
    }
}
