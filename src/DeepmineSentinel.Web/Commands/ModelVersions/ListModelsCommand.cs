using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models list.</summary>
internal sealed class ListModelsCommand : Command
{
    public ListModelsCommand(CommandRunner runner)
        : base("list", "List the registered versions, newest first.") => SetAction(runner.Action(RunAsync));

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        IReadOnlyList<ModelVersion> versions = await scope.Get<ModelRegistry>().ListAsync(cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(versions.Select(ModelSummary.Of));
            return ExitCode.Done;
        }

        TextWriter output = scope.Console.Output;
        output.WriteLine(
            versions.Count == 0
                ? "No model is registered."
                : $"{"run", -24} {"state", -11} {"purpose", -13} {"network", -9} gate"
        );
        foreach (ModelVersion version in versions)
        {
            string gate = version.GatePassed ? "passed" : $"missed: {version.GateReasons.ReplaceLineEndings(" ")}";
            string purpose = ModelText.Word(version.Purpose);
            output.WriteLine(
                $"{version.RunId, -24} {ModelText.Word(version), -11} {purpose, -13} {version.Network, -9} {gate}"
            );
        }

        return ExitCode.Done;
    }
}
