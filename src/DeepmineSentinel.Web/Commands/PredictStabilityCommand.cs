using System.CommandLine;
using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Predictions;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Predicts stopes by name, or all of them.</summary>
internal sealed class PredictStabilityCommand : Command
{
    private readonly Argument<string[]> names = new("NAME")
    {
        Description = "Stopes by name; without one and without --all nothing is predicted.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<string?> mine = new("--mine") { Description = "Mine of the named stopes." };
    private readonly Option<string?> run = new("--run")
    {
        Description = "Answer by this run (RUN_ID), not the serving one.",
    };
    private readonly Option<string?> model = new("--model")
    {
        Description = "Answer by the exported run at this path, a folder or a zip; it is not registered by this.",
    };
    private readonly Option<string?> asOf = new("--as-of")
    {
        Description = "Moment to predict from, UTC, for example 2026-01-31T12:00:00Z (the newest reading).",
    };
    private readonly Option<double?> threshold = new("--threshold")
    {
        Description =
            "Show only stopes whose probability of failing within 7 days, or else of not being stable, is at least this, 0 to 1. What is unknown or stale is always shown.",
    };
    private readonly Option<bool> detailed = new("--detailed") { Description = "Show forecast, quality and warnings." };
    private readonly Option<bool> all = new("--all") { Description = "Every active stope." };
    private readonly Option<string?> export = new("--export")
    {
        Description = "Write the answers to this CSV file too.",
    };

    public PredictStabilityCommand(CommandRunner runner)
        : base("predict-stability", "Predict the condition of stopes and whether they fail within 1 to 30 days.")
    {
        Arguments.Add(names);
        foreach (Option option in new Option[] { mine, run, model, asOf, threshold, detailed, all, export })
        {
            Options.Add(option);
        }

        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        string[] asked = scope.Value(names) ?? [];
        if (asked.Length == 0 && !scope.Value(all))
        {
            scope.Console.Error.WriteLine("Name a stope, or give --all.");
            return ExitCode.WrongUse;
        }

        if (scope.Value(run) is not null && scope.Value(model) is not null)
        {
            scope.Console.Error.WriteLine("Give --run or --model, not both.");
            return ExitCode.WrongUse;
        }

        IReadOnlyList<int> ids = await StopesAsync(scope, asked, cancellationToken);
        IReadOnlyList<StabilityPrediction> answers = await AnswersAsync(scope, ids, cancellationToken);
        IReadOnlyList<StabilityPrediction> shown = [.. answers.Where(Passes(Share(scope)))];
        if (scope.Value(export) is { } file)
        {
            await PredictionCsv.WriteAsync(scope.Console.Resolve(file), shown, cancellationToken);
        }

        if (scope.Json)
        {
            scope.WriteJson(shown);
        }
        else
        {
            PredictionTable.Write(shown, scope.Value(detailed), scope.Console.Output);
        }

        return ExitCode.Done;
    }

    private async Task<IReadOnlyList<int>> StopesAsync(
        CommandScope scope,
        string[] asked,
        CancellationToken cancellationToken
    )
    {
        StopeHistoryReader stopes = scope.Get<StopeHistoryReader>();
        if (asked.Length == 0)
        {
            return await stopes.ActiveAsync(cancellationToken);
        }

        MLPredictionService service = scope.Get<MLPredictionService>();
        List<int> ids = [];
        foreach (string name in asked)
        {
            ids.Add(await service.FindStopeAsync(name, scope.Value(mine), cancellationToken));
        }

        return ids;
    }

    private async Task<IReadOnlyList<StabilityPrediction>> AnswersAsync(
        CommandScope scope,
        IReadOnlyList<int> ids,
        CancellationToken cancellationToken
    )
    {
        DateTime? moment = Moment(scope.Value(asOf), scope.Get<TimeProvider>().GetUtcNow().UtcDateTime);
        if (scope.Value(run) is null && scope.Value(model) is null)
        {
            return await scope.Get<MLPredictionService>().PredictMultipleAsync(ids, moment, cancellationToken);
        }

        RunPredictions runs = scope.Get<RunPredictions>();
        RunAnswers answers = scope.Value(model) is { } path
            ? await runs.PredictAsync(scope.Console.Resolve(path), ids, moment, cancellationToken)
            : await runs.PredictAsync(RunId.Parse(scope.Value(run)), ids, moment, cancellationToken);
        TellWhatWasSaved(scope, answers.Model);
        return answers.Predictions;
    }

    private static void TellWhatWasSaved(CommandScope scope, ServingModelInfo loaded) =>
        scope.Console.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Run {loaded.RunId} was loaded in {loaded.LoadTime.TotalSeconds:F2} s; "
            )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"training it took {loaded.TrainingTime.TotalSeconds:F1} s, which loading saves."
                )
        );

    private double? Share(CommandScope scope) =>
        scope.Value(threshold) is not { } value ? null
        : value is >= 0 and <= 1 ? value
        : throw Wrong("--threshold must be from 0 to 1.");

    private static Func<StabilityPrediction, bool> Passes(double? threshold) =>
        answer =>
            threshold is not { } least
            || answer.Stale
            || PredictionTable.Probability(answer) is not { } probability
            || probability >= least;

    private static DateTime? Moment(string? text, DateTime now) =>
        text is null ? null
        : DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out DateTime moment
        )
            ? moment <= now ? moment
                : throw Wrong("--as-of lies in the future; nothing is known of it yet.")
        : throw Wrong("--as-of must be a time such as 2026-01-31T12:00:00Z.");

    private static SentinelException Wrong(string message) => new(FailureKind.InvalidInput, "wrong_use", message);
}
