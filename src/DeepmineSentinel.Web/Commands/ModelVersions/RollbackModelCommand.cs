using System.CommandLine;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models rollback.</summary>
internal sealed class RollbackModelCommand : Command
{
    public RollbackModelCommand(CommandRunner runner)
        : base("rollback", "Swap production and previous; twice is back again.") => SetAction(runner.Action(RunAsync));

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken) =>
        ModelText.Show(scope, await scope.Get<ModelRegistry>().RollbackAsync(cancellationToken));
}
