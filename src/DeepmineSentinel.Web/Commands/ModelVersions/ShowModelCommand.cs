using System.CommandLine;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models show.</summary>
internal sealed class ShowModelCommand : Command
{
    private readonly Argument<string> runId = ModelArguments.RunId();

    public ShowModelCommand(CommandRunner runner)
        : base("show", "Show one version.")
    {
        Arguments.Add(runId);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken) =>
        ModelText.Show(scope, await scope.Get<ModelRegistry>().GetAsync(scope.Value(runId)!, cancellationToken));
}
