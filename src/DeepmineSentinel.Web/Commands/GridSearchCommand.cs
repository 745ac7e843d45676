using System.CommandLine;
using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Search;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Search;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Tries configurations and keeps the best as a run; what was tried before is answered from the cache.</summary>
internal sealed class GridSearchCommand : Command
{
    private const int LongestName = 100;

    private readonly TrainModelInput input = new();
    private readonly Option<string?> grid = new("--grid")
    {
        Description =
            "JSON file with lists of values by option, for example {\"learning_rate\": [0.001, 0.003], \"static_layers\": [[64, 32], [128, 64]]} (a built-in grid).",
    };
    private readonly Option<string?> config = new("--config")
    {
        Description = "JSON file with one configuration, a value by option, as best_config has them; not with --grid.",
    };
    private readonly Option<bool> reset = new("--reset-experiment")
    {
        Description = "Forget what this search found before and train it again.",
    };
    private readonly Option<string> experiment = new("--experiment")
    {
        Description = "Label of the search; nothing is found by it.",
        DefaultValueFactory = _ => "grid-search",
    };
    private readonly Option<int> parallel = new("--parallel")
    {
        Description = "Trials side by side, 1 to 8; the result does not depend on it.",
        DefaultValueFactory = _ => new SearchSettings().Parallel,
    };
    private readonly Option<bool> stopHopeless = new("--stop-hopeless")
    {
        Description =
            "Stop a trial whose best loss is above the median of the others' means, after 5 epochs (off: every trial ends).",
    };

    public GridSearchCommand(CommandRunner runner)
        : base(
            "grid-search",
            "Train every configuration of a grid and keep the best by validation loss as a run; known trials come from the cache."
        )
    {
        foreach (Option option in input.All())
        {
            Options.Add(option);
        }

        foreach (Option option in new Option[] { grid, config, reset, experiment, parallel, stopHopeless })
        {
            Options.Add(option);
        }

        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (Refusal(scope) is { } refusal)
        {
            await scope.Console.Error.WriteLineAsync(refusal);
            return ExitCode.WrongUse;
        }

        GridSearchRequest request = Request(scope);
        if (Twice(scope, request.Space) is { } twice)
        {
            await scope.Console.Error.WriteLineAsync($"{twice} is typed and in the file too; give it once.");
            return ExitCode.WrongUse;
        }

        GridSearchProgressWriter progress = new(scope.Console);
        try
        {
            GridSearchOutcome outcome = await scope
                .Get<GridSearchService>()
                .FitAsync(request, progress, cancellationToken);
            Show(scope, outcome);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            await scope.Console.Error.WriteLineAsync(
                "Trials that ended are kept; the same command goes on from there."
            );
            throw;
        }
    }

    private string? Refusal(CommandScope scope)
    {
        string name = scope.Value(experiment) ?? "";
        return scope.Value(grid) is not null && scope.Value(config) is not null
                ? "Give either --grid or --config, not both."
            : scope.Value(parallel) is < 1 or > SearchSettings.MostParallel
                ? $"--parallel must be from 1 to {SearchSettings.MostParallel}."
            : name.Trim().Length is 0 or > LongestName || name.Any(char.IsControl)
                ? $"--experiment must be 1 to {LongestName} characters."
            : input.Refusal(scope);
    }

    private GridSearchRequest Request(CommandScope scope)
    {
        TrainModelOptions options = input.Read(scope);
        return new GridSearchRequest
        {
            Options = options,
            Space = SpaceOf(scope, options),
            Settings = new SearchSettings
            {
                Parallel = scope.Value(parallel),
                StopHopeless = scope.Value(stopHopeless),
            },
            Experiment = scope.Value(experiment)!.Trim(),
            Reset = scope.Value(reset),
            RequestedBy = scope.Get<CurrentOperator>().Name,
        };
    }

    private SearchSpace SpaceOf(CommandScope scope, TrainModelOptions options)
    {
        if (scope.ExistingFile(config) is { } one)
        {
            return SearchSpace.OfConfiguration(Text(one), options.ToLearning());
        }

        string[] typed = [.. input.All().Where(scope.IsGiven).Select(option => NameInFile(option.Name))];
        return scope.ExistingFile(grid) is { } many
            ? SearchSpace.OfGrid(Text(many), options.ToLearning())
            : SearchSpace.OfGrid(SearchSpace.BuiltInGrid, options.ToLearning(), typed);
    }

    // The built-in grid gives way to what is typed; in a file of the user's own it would be one of two answers.
    private string? Twice(CommandScope scope, SearchSpace space) =>
        input
            .All()
            .FirstOrDefault(option => space.Named.Contains(NameInFile(option.Name)) && scope.IsGiven(option))
            ?.Name;

    private static string NameInFile(string option) => option[2..].Replace('-', '_');

    // Read no further than that: a device has no length.
    private static string Text(string path)
    {
        using StreamReader reader = new(path);
        char[] text = new char[SearchSpace.LongestText + 1];
        int length = reader.ReadBlock(text);
        if (length > SearchSpace.LongestText)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "grid_too_large",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file is longer than {SearchSpace.LongestText} characters."
                )
            );
        }

        return new string(text, 0, length);
    }

    private static void Show(CommandScope scope, GridSearchOutcome outcome)
    {
        if (scope.Json)
        {
            scope.WriteJson(outcome.Result, ArtifactJson.ResultOptions);
        }
        else
        {
            GridSearchSummary.Write(outcome, scope.Console.Output);
        }
    }
}
