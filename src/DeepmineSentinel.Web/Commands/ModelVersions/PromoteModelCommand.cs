using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models promote.</summary>
internal sealed class PromoteModelCommand : Command
{
    private readonly Argument<string> runId = ModelArguments.RunId();

    public PromoteModelCommand(CommandRunner runner)
        : base("promote", "Let a version answer; the present one becomes the previous.")
    {
        Arguments.Add(runId);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        ModelRegistry registry = scope.Get<ModelRegistry>();
        string run = scope.Value(runId)!;
        if (scope.Get<ModelVerifier>().Problem(RunId.Parse(run)) is { } problem)
        {
            scope.Console.Error.WriteLine($"{problem} It was not promoted.");
            return ExitCode.Failed;
        }

        await registry.PromoteAsync(run, cancellationToken);
        return ModelText.Show(scope, await registry.GetAsync(run, cancellationToken));
    }
}
