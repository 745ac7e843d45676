using System.CommandLine;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models rescan.</summary>
internal sealed class RescanModelsCommand : Command
{
    public RescanModelsCommand(CommandRunner runner)
        : base(
            "rescan",
            "Rebuild missing rows of the registry from the folders, and the pointers from registry.jsonl."
        ) => SetAction(runner.Action(RunAsync));

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        RescanResult result = await scope.Get<RegistryRescan>().RunAsync(cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(result);
            return ExitCode.Done;
        }

        TextWriter output = scope.Console.Output;
        output.WriteLine($"{result.Added.Count} run(s) were added to the registry. {string.Join(" ", result.Added)}");
        foreach (RunVerdict leftOut in result.LeftOut)
        {
            scope.Console.Error.WriteLine($"Left out: {leftOut.Problem}");
        }

        foreach (string mended in result.Mended)
        {
            output.WriteLine(mended);
        }

        return ExitCode.Done;
    }
}
