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
        if (versions.Count == 0)
        {
            output.WriteLine("No model is registered.");
        }
        else
        {
            Write([.. versions.Select(ModelSummary.Of)], output);
        }

        return ExitCode.Done;
    }

    private static void Write(IReadOnlyList<ModelSummary> versions, TextWriter output)
    {
        int width = versions.Max(version => version.Title.Length);
        string Row(string run, string state, string name, string gate) =>
            $"{run, -24} {state, -11} {name.PadRight(width)}  {gate}";

        output.WriteLine(Row("run", "state", "name", "gate"));
        foreach (ModelSummary version in versions)
        {
            string gate = version.GatePassed ? "passed" : $"missed: {version.GateReasons.ReplaceLineEndings(" ")}";
            output.WriteLine(Row(version.RunId, ModelText.Word(version.State), version.Title, gate));
        }
    }
}
