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
        Description = "Go on with a stopped run (RUN_ID) to the same weights as without a stop; its options are kept.",
    };
    private readonly Option<string?> from = new("--from")
    {
        Description = "Start from the weights of a finished run (RUN_ID); it becomes the parent.",
    };
    private readonly Option<bool> acceptNumerics = new("--accept-numerics")
    {
        Description = "With --resume: go on although another engine began; the last digits will differ.",
    };
    private readonly Option<bool> retrain = new("--retrain")
    {
        Description = "Train although a model is there already; answers the question asked at a terminal.",
    };
    private readonly Option<bool> load = new("--load")
    {
        Description = "Load and check the model that is there, say how much training that saves, and do not train.",
    };

    public TrainModelCommand(CommandRunner runner)
        : base(
            "train-model",
            "Train a network, compare it with the baselines and register it: for stopes, or for case histories."
        )
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

        TrainModelOptions options = await ReadAsync(scope, cancellationToken);
        ModelVersion? current = await CurrentAsync(scope, options.Purpose, cancellationToken);
        switch (await ChooseAsync(scope, current, cancellationToken))
        {
            case ModelChoice.Load:
                return Loaded(scope, current);
            case ModelChoice.None:
                await scope.Console.Error.WriteLineAsync("Nothing was trained. Say --load or --retrain.");
                return ExitCode.WrongUse;
        }

        if (await TrainAsync(scope, options, cancellationToken) is not { } outcome)
        {
            return ExitCode.Interrupted;
        }

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

    // A resumed run keeps what it was started with; what is typed beside it may only say the same.
    private async Task<TrainModelOptions> ReadAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        TrainModelOptions typed = input.Read(scope);
        if (scope.Value(resume) is { } runId)
        {
            TrainModelOptions stored = await scope.Get<RunResumption>().OptionsOfAsync(runId, cancellationToken);
            ResumedOptions.RequireSame(input.All().Where(scope.IsGiven), typed, stored);
            return stored;
        }

        TrainModelOptions options = typed with { From = scope.Value(from) };
        return options.Purpose == ModelPurpose.CaseHistory || input.IsNetworkGiven(scope)
            ? options
            : scope.Get<RunRequests>().WithShapeOfParent(options);
    }

    // Null: it was stopped by Ctrl-C or SIGTERM, and how to go on has been said.
    private async Task<TrainingOutcome?> TrainAsync(
        CommandScope scope,
        TrainModelOptions options,
        CancellationToken cancellationToken
    )
    {
        TrainingService training = scope.Get<TrainingService>();
        string person = scope.Get<CurrentOperator>().Name;
        TrainingProgressWriter progress = new(scope.Console, options, scope.Get<TimeProvider>());
        try
        {
            return scope.Value(resume) is { } runId
                ? await training.ResumeNowAsync(runId, scope.Value(acceptNumerics), person, progress, cancellationToken)
                : await training.RunNowAsync(options, person, progress, cancellationToken);
        }
        catch (OperationCanceledException) when (progress.RunId is { } stopped)
        {
            progress.End();
            await TellStopAsync(scope, stopped);
            return null;
        }
        finally
        {
            progress.End();
        }
    }

    private static async Task TellStopAsync(CommandScope scope, string runId)
    {
        RunResumability left = await scope.Get<RunResumption>().OfAsync(runId, false, CancellationToken.None);
        string next = left.CanResume ? $" Go on with: train-model --resume {runId}" : "";
        await scope.Console.Error.WriteLineAsync($"Stopped. {left.Reason}{next}");
    }

    private string? Refusal(CommandScope scope)
    {
        bool resumes = scope.IsGiven(resume);
        Option? other = new Option[] { from, load, retrain }.FirstOrDefault(scope.IsGiven);
        return resumes && other is not null ? $"{other.Name} does not go with --resume."
            : !resumes && scope.IsGiven(acceptNumerics) ? "--accept-numerics needs --resume RUN_ID."
            : input.IsOfCases(scope) && scope.IsGiven(from) ? "--from does not go with --purpose case-history."
            : scope.Value(load) && scope.Value(retrain) ? "Give either --load or --retrain, not both."
            : input.Refusal(scope);
    }

    // As a prediction would choose: production, else the newest candidate.
    private static async Task<ModelVersion?> CurrentAsync(
        CommandScope scope,
        ModelPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        ModelVersion[] versions =
        [
            .. (await scope.Get<ModelRegistry>().ListAsync(cancellationToken)).Where(version =>
                version.Purpose == purpose
            ),
        ];
        return Array.Find(versions, version => version.State == ModelVersionState.Production)
            ?? Array.Find(versions, version => version.State == ModelVersionState.Candidate);
    }

    private async Task<ModelChoice> ChooseAsync(
        CommandScope scope,
        ModelVersion? current,
        CancellationToken cancellationToken
    ) =>
        scope.Value(load) ? ModelChoice.Load
        : current is null || scope.Value(retrain) || scope.IsGiven(resume) || !scope.CanAsk ? ModelChoice.Retrain
        : await LoadOrRetrain.AskAsync(scope.Console, current, cancellationToken);

    private static int Loaded(CommandScope scope, ModelVersion? current)
    {
        if (current is null)
        {
            scope.Console.Error.WriteLine("There is no model to load; train one without --load.");
            return ExitCode.WrongUse;
        }

        LoadedModelReport.Write(scope, current);
        return ExitCode.Done;
    }
}
