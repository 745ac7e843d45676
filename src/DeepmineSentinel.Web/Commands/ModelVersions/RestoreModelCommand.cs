using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Artifacts;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models restore.</summary>
internal sealed class RestoreModelCommand : Command
{
    private readonly Argument<string> runId = ModelArguments.RunId();

    public RestoreModelCommand(CommandRunner runner)
        : base("restore", "Make an archived version a candidate again, unpacked and verified.")
    {
        Arguments.Add(runId);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken) =>
        ModelText.Show(
            scope,
            await scope.Get<RunArchiving>().RestoreAsync(RunId.Parse(scope.Value(runId)), cancellationToken)
        );
}
