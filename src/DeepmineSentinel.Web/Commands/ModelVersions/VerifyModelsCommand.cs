using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models verify.</summary>
internal sealed class VerifyModelsCommand : Command
{
    private readonly Argument<string?> which = new("RUN_ID")
    {
        Description = "Run id; without one every run is verified.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public VerifyModelsCommand(CommandRunner runner)
        : base("verify", "Read every file of a run and compare it with the manifest.")
    {
        Arguments.Add(which);
        SetAction(runner.Action(RunAsync));
    }

    private Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        RunId? only = scope.Value(which) is { } one ? RunId.Parse(one) : null;
        IReadOnlyList<RunVerdict> verdicts = scope.Get<ModelVerifier>().Verify(only, cancellationToken);
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
}
