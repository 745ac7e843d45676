using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands;

/// <summary>models list, show, promote, rollback, verify and rescan.</summary>
internal static class ModelsCommand
{
    public static Command Create(CommandRunner runner)
    {
        Argument<string> runId = new("RUN_ID") { Description = "Run id, for example 20260131_235959_0a1b2c3d." };
        Argument<string?> which = new("RUN_ID")
        {
            Description = "Run id; without one every run is verified.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        return new Command("models", "List, promote and check trained models.")
        {
            With(new Command("list", "List the registered versions, newest first."), runner, ListAsync),
            With(
                new Command("show", "Show one version.") { runId },
                runner,
                async (scope, token) => Show(scope, await Registry(scope).GetAsync(scope.Value(runId)!, token))
            ),
            With(
                new Command("promote", "Let a version answer; the present one becomes the previous.") { runId },
                runner,
                (scope, token) => PromoteAsync(scope, scope.Value(runId)!, token)
            ),
            With(
                new Command("rollback", "Swap production and previous; twice is back again."),
                runner,
                async (scope, token) => Show(scope, await Registry(scope).RollbackAsync(token))
            ),
            With(
                new Command("verify", "Read every file of a run and compare it with the manifest.") { which },
                runner,
                (scope, token) => VerifyAsync(scope, scope.Value(which), token)
            ),
            With(new Command("rescan", "Rebuild missing rows of the registry from the folders."), runner, RescanAsync),
        };
    }

    private static Command With(
        Command command,
        CommandRunner runner,
        Func<CommandScope, CancellationToken, Task<int>> body
    )
    {
        command.SetAction(runner.Action(body));
        return command;
    }

    private static ModelRegistry Registry(CommandScope scope) => scope.Get<ModelRegistry>();

    private static async Task<int> ListAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        IReadOnlyList<ModelVersion> versions = await Registry(scope).ListAsync(cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(versions.Select(ModelSummary.Of));
            return ExitCode.Done;
        }

        TextWriter output = scope.Console.Output;
        output.WriteLine(
            versions.Count == 0 ? "No model is registered." : $"{"run", -24} {"state", -11} {"network", -9} gate"
        );
        foreach (ModelVersion version in versions)
        {
            string gate = version.GatePassed ? "passed" : $"missed: {version.GateReasons.ReplaceLineEndings(" ")}";
            output.WriteLine($"{version.RunId, -24} {Word(version), -11} {version.Network, -9} {gate}");
        }

        return ExitCode.Done;
    }

    private static async Task<int> PromoteAsync(CommandScope scope, string runId, CancellationToken cancellationToken)
    {
        if (scope.Get<ModelVerifier>().Problem(RunId.Parse(runId)) is { } problem)
        {
            scope.Console.Error.WriteLine($"{problem} It was not promoted.");
            return ExitCode.Failed;
        }

        await Registry(scope).PromoteAsync(runId, cancellationToken);
        return Show(scope, await Registry(scope).GetAsync(runId, cancellationToken));
    }

    private static int Show(CommandScope scope, ModelVersion version)
    {
        ModelSummary summary = ModelSummary.Of(version);
        if (scope.Json)
        {
            scope.WriteJson(summary);
            return ExitCode.Done;
        }

        TextWriter output = scope.Console.Output;
        output.WriteLine($"run        {version.RunId} ({Word(version)})");
        output.WriteLine($"network    {version.Network}, {version.Parameters} parameters, {version.Engine}");
        output.WriteLine($"trained    {version.TrainedAt:yyyy-MM-dd HH:mm:ss} UTC on data {version.DataHash}");
        output.WriteLine(
            $"gate       {(version.GatePassed ? "passed" : "missed")}: {version.GateReasons.ReplaceLineEndings(" ")}"
        );
        foreach ((string name, double? value) in summary.Metrics)
        {
            output.WriteLine($"           {name} {value:0.0000}");
        }

        return ExitCode.Done;
    }

    private static Task<int> VerifyAsync(CommandScope scope, string? runId, CancellationToken cancellationToken)
    {
        IReadOnlyList<RunVerdict> verdicts = scope
            .Get<ModelVerifier>()
            .Verify(runId is null ? null : RunId.Parse(runId), cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(verdicts);
        }
        else
        {
            foreach (RunVerdict verdict in verdicts)
            {
                scope.Console.Output.WriteLine($"{verdict.RunId} {verdict.Problem ?? "is whole"}");
            }
        }

        return Task.FromResult(verdicts.All(verdict => verdict.Problem is null) ? ExitCode.Done : ExitCode.Failed);
    }

    private static async Task<int> RescanAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> added = await scope.Get<RegistryRescan>().RunAsync(cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(new { added });
        }
        else
        {
            scope.Console.Output.WriteLine(
                $"{added.Count} run(s) were added to the registry. {string.Join(" ", added)}"
            );
        }

        return ExitCode.Done;
    }

    private static string Word(ModelVersion version) => version.State.ToString().ToLowerInvariant();
}
