using System.CommandLine;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models rescan.</summary>
internal sealed class RescanModelsCommand : Command
{
    public RescanModelsCommand(CommandRunner runner)
        : base("rescan", "Rebuild missing rows of the registry from the folders.") =>
        SetAction(runner.Action(RunAsync));

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
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
}
