using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Trains one model and prints what it is worth beside the baselines.</summary>
internal sealed class TrainModelCommand : Command
{
    private readonly TrainModelInput input = new();
    private readonly Option<string?> resume = new("--resume")
    {
        Description = "Not available yet: go on with a stopped run (RUN_ID).",
    };
    private readonly Option<string?> from = new("--from")
    {
        Description = "Not available yet: start from a run's weights (RUN_ID).",
    };
    private readonly Option<bool> acceptNumerics = new("--accept-numerics")
    {
        Description = "Not available yet: with --resume, accept another engine's last digits.",
    };
    private readonly Option<bool> retrain = new("--retrain")
    {
        Description = "Train although a model answers already.",
    };
    private readonly Option<bool> load = new("--load") { Description = "Show the model that answers; do not train." };

    public TrainModelCommand(CommandRunner runner)
        : base("train-model", "Train the dual-branch network, compare it with the baselines and register it.")
    {
        foreach (Option option in input.All())
        {
            Options.Add(option);
        }

        Options.Add(resume);
        Options.Add(from);
        Options.Add(acceptNumerics);
        Options.Add(retrain);
        Options.Add(load);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (Refusal(scope) is { } refusal)
        {
            await scope.Console.Error.WriteLineAsync(refusal);
            return ExitCode.WrongUse;
        }

        TrainModelOptions options = input.Read(scope);
        ModelVersion? production = await scope.Get<ModelRegistry>().ProductionAsync(cancellationToken);
        if (await WantsLoadAsync(scope, production, cancellationToken))
        {
            return Loaded(scope, production);
        }

        TrainingProgressWriter progress = new(scope.Console, options.Epochs, scope.Get<TimeProvider>());
        TrainingOutcome outcome = await scope
            .Get<TrainingService>()
            .RunNowAsync(options, scope.Get<CurrentOperator>().Name, progress, cancellationToken);
        progress.End();
        if (scope.Json)
        {
            scope.WriteJson(outcome.Result, ArtifactJson.ResultOptions);
        }
        else
        {
            TrainingSummary.Write(outcome, scope.Console.Output);
        }

        return ExitCode.Done;
    }

    private string? Refusal(CommandScope scope)
    {
        Option? later = new Option[] { resume, from, acceptNumerics }.FirstOrDefault(scope.IsGiven);
        return later is not null ? $"{later.Name} is not available yet; train from the start without it."
            : scope.Value(load) && scope.Value(retrain) ? "Give either --load or --retrain, not both."
            : input.Refusal(scope);
    }

    private async Task<bool> WantsLoadAsync(
        CommandScope scope,
        ModelVersion? production,
        CancellationToken cancellationToken
    )
    {
        if (production is null || scope.Value(retrain) || scope.Value(load) || !scope.CanAsk)
        {
            return scope.Value(load);
        }

        while (true)
        {
            await scope.Console.Error.WriteAsync(
                $"Run {production.RunId} answers already. Load it or retrain? [load/retrain] "
            );
            string? answer = await scope.Console.Input.ReadLineAsync(cancellationToken);
            switch (answer?.Trim().ToLowerInvariant())
            {
                case "load" or "l":
                    return true;
                case "retrain" or "r" or null:
                    return false;
            }
        }
    }

    private static int Loaded(CommandScope scope, ModelVersion? production)
    {
        if (production is null)
        {
            scope.Console.Error.WriteLine("There is no model to load; train one without --load.");
            return ExitCode.WrongUse;
        }

        if (scope.Json)
        {
            scope.WriteJson(ModelSummary.Of(production));
        }
        else
        {
            scope.Console.Output.WriteLine(
                $"Run {production.RunId} answers, trained {production.TrainedAt:yyyy-MM-dd}."
            );
        }

        return ExitCode.Done;
    }
}
