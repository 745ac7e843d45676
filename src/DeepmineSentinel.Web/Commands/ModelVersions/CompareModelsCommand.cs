using System.CommandLine;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Comparison;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models compare.</summary>
internal sealed class CompareModelsCommand : Command
{
    private readonly Argument<string[]> runs = new("RUN_ID")
    {
        Description = $"Two to {RunComparer.MostRuns} run ids; differences are taken from the first.",
        Arity = ArgumentArity.OneOrMore,
    };

    public CompareModelsCommand(CommandRunner runner)
        : base("compare", "Compare runs side by side, their metrics on the held-out stopes that they share.")
    {
        Arguments.Add(runs);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        RunComparison comparison = await scope
            .Get<RunComparer>()
            .CompareAsync(scope.Value(runs) ?? [], cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(comparison);
        }
        else
        {
            ComparisonText.Write(comparison, scope.Console.Output);
        }

        return ExitCode.Done;
    }
}
