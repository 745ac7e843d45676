using System.CommandLine;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Artifacts;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models import.</summary>
internal sealed class ImportModelCommand : Command
{
    private readonly Argument<string> file = new("FILE") { Description = "A zip file made by models export." };

    public ImportModelCommand(CommandRunner runner)
        : base("import", "Take in an exported run as a candidate; all of it is checked before anything is unpacked.")
    {
        Arguments.Add(file);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        ImportedRun imported = await scope
            .Get<RunImport>()
            .ImportAsync(scope.ExistingFile(scope.Value(file)!), cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(imported);
            return ExitCode.Done;
        }

        string what = imported.Outcome switch
        {
            ImportOutcome.AlreadyHere => "was here already, equal to the byte",
            ImportOutcome.Restored => "was known; its files are back",
            _ => "was imported",
        };
        scope.Console.Output.WriteLine(
            $"Run {imported.RunId} {what}. It is registered as {imported.State.ToString().ToLowerInvariant()}."
        );
        return ExitCode.Done;
    }
}
