using System.Globalization;
using System.Numerics;
using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Search;

/// <summary>The configurations of a search, each once, in an order that does not depend on how they were written.</summary>
public sealed class SearchSpace
{
    /// <summary>Most configurations of one search.</summary>
    public const int MostTrials = 10_000;

    /// <summary>
    /// The grid where none is given: a good learning rate matters most, then size and dropout. An option that is typed
    /// replaces its list.
    /// </summary>
    public const string BuiltInGrid = """
        {"network": ["compact", "enhanced"], "learning_rate": [0.0003, 0.001, 0.003], "dropout": [0.15, 0.3]}
        """;

    /// <summary>Longest text of a grid or a configuration, characters.</summary>
    public const int LongestText = ConfigurationFile.Longest;

    // With the text of each, which its key is made of.
    private readonly IReadOnlyList<(TrainingOptions Options, string Text)> options;

    private SearchSpace(IReadOnlyList<TrainingOptions> options, IReadOnlyList<string> named)
    {
        this.options =
        [
            .. options
                .Select(one => (Options: one, Text: Configuration.TextOf(one)))
                .DistinctBy(one => one.Text)
                .OrderBy(one => one.Text, StringComparer.Ordinal),
        ];
        Named = named;
    }

    /// <summary>Configurations.</summary>
    public int Count => options.Count;

    /// <summary>Options that the file names, in snake_case.</summary>
    public IReadOnlyList<string> Named { get; }

    /// <summary>Every combination of a grid's values.</summary>
    /// <param name="json">Lists of values by option.</param>
    /// <param name="others">All other choices.</param>
    /// <param name="typed">Options in snake_case whose lists give way to what <paramref name="others"/> has; for the built-in grid.</param>
    /// <exception cref="SentinelException">The grid cannot be used; every problem is named.</exception>
    public static SearchSpace OfGrid(string json, TrainingOptions others, params IReadOnlyCollection<string> typed)
    {
        (ConfigurationOption Option, JsonElement Value)[] lists =
        [
            .. ConfigurationFile.Read(json, isGrid: true).Where(entry => !typed.Contains(entry.Option.Name)),
        ];
        BigInteger combinations = lists.Aggregate(
            BigInteger.One,
            (product, entry) => product * entry.Value.GetArrayLength()
        );
        if (combinations > MostTrials)
        {
            throw ConfigurationFile.Refused(
                true,
                "too_large",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The grid has {combinations} combinations; at most {MostTrials} can be searched."
                )
            );
        }

        List<string> problems = [];
        IEnumerable<TrainingOptions> all = [others];
        foreach ((ConfigurationOption option, JsonElement value) in lists)
        {
            JsonElement[] values = [.. value.EnumerateArray().Where(item => IsRight(option, item, others, problems))];
            all = [.. all.SelectMany(one => values.Select(item => option.Write(one, item)!))];
        }

        return Checked(all, problems, lists, isGrid: true);
    }

    /// <summary>One configuration.</summary>
    /// <param name="json">Values by option.</param>
    /// <param name="others">All other choices.</param>
    /// <exception cref="SentinelException">The configuration cannot be used; every problem is named.</exception>
    public static SearchSpace OfConfiguration(string json, TrainingOptions others)
    {
        IReadOnlyList<(ConfigurationOption Option, JsonElement Value)> values = ConfigurationFile.Read(json, false);
        List<string> problems = [];
        TrainingOptions one = values
            .Where(entry => IsRight(entry.Option, entry.Value, others, problems))
            .Aggregate(others, (options, entry) => entry.Option.Write(options, entry.Value)!);
        return Checked([one], problems, values, isGrid: false);
    }

    /// <summary>The trials with their keys.</summary>
    public IReadOnlyList<SearchTrial> TrialsFor(SearchSubject subject) =>
        [
            .. options.Select(one => new SearchTrial(
                Configuration.KeyOfText(subject.Data, one.Text, subject.Engine),
                one.Options
            )),
        ];

    private static bool IsRight(
        ConfigurationOption option,
        JsonElement value,
        TrainingOptions others,
        List<string> problems
    )
    {
        bool right = option.Write(others, value) is not null;
        if (!right)
        {
            string shown = value.GetRawText();
            problems.Add($"{option.Name} takes {option.Takes}, not {(shown.Length <= 40 ? shown : shown[..40])}");
        }

        return right;
    }

    private static SearchSpace Checked(
        IEnumerable<TrainingOptions> all,
        List<string> problems,
        IReadOnlyList<(ConfigurationOption Option, JsonElement Value)> named,
        bool isGrid
    )
    {
        if (problems.Count == 0)
        {
            problems.AddRange(all.SelectMany(one => one.Problems()).Distinct().Take(10));
        }

        return problems.Count == 0
            ? new SearchSpace([.. all], [.. named.Select(entry => entry.Option.Name)])
            : throw ConfigurationFile.Refused(isGrid, "unusable", string.Join("; ", problems) + ".");
    }
}
