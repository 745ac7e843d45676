using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Search;

/// <summary>The choices of a run as JSON, and the key they have together with data and engine.</summary>
public static class Configuration
{
    // Part of every key: raised when the same choices come to mean other numbers.
    private const string Version = "trial 2";

    /// <summary>Every choice by its name in snake_case, widths written out also where the preset has them.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Of(TrainingOptions options) =>
        ConfigurationOptions.All.ToDictionary(option => option.Name, option => option.Read(options));

    /// <summary>The same as one line of JSON, names in order: equal choices have equal text.</summary>
    public static string TextOf(TrainingOptions options) =>
        JsonSerializer.Serialize(
            new SortedDictionary<string, JsonElement>(
                ConfigurationOptions.All.ToDictionary(option => option.Name, option => option.Read(options)),
                StringComparer.Ordinal
            )
        );

    /// <summary>Key of one training: data, all choices, split and seed among them, and what computes the numbers.</summary>
    /// <param name="data">Tells the data: a hash of their content.</param>
    /// <param name="options">The choices.</param>
    /// <param name="engine">Engine with its numerics version.</param>
    /// <returns>SHA-256, 64 lower-case hex digits.</returns>
    public static string KeyOf(string data, TrainingOptions options, string engine) =>
        KeyOfText(data, TextOf(options), engine);

    /// <summary>The same where the text of the choices is there already.</summary>
    internal static string KeyOfText(string data, string choices, string engine) =>
        HashOf(string.Join('\n', Version, data, engine, choices));

    /// <summary>Key of a search: its trials, and whether hopeless ones are stopped.</summary>
    /// <param name="trials">All trials, in any order.</param>
    /// <param name="stopHopeless">Whether trials may be stopped early.</param>
    /// <returns>SHA-256, 64 lower-case hex digits.</returns>
    public static string KeyOfSearch(IReadOnlyList<SearchTrial> trials, bool stopHopeless) =>
        HashOf(
            string.Join(
                '\n',
                trials
                    .Select(trial => trial.Key)
                    .Order(StringComparer.Ordinal)
                    .Prepend(stopHopeless ? "search 1, hopeless trials stopped" : "search 1")
            )
        );

    /// <summary>SHA-256 of a text, 64 lower-case hex digits.</summary>
    internal static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
