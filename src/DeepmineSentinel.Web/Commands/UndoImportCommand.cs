using System.CommandLine;
using DeepmineSentinel.Data.Importing.Undoing;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Importing;

namespace DeepmineSentinel.Web.Commands;

/// <summary>import-data undo.</summary>
internal sealed class UndoImportCommand : Command
{
    private readonly Argument<int> batch = new("IMPORT") { Description = "Number of the import (import-data list)." };

    public UndoImportCommand(CommandRunner runner)
        : base("undo", "Remove what one import added and put back what it changed: all of it or nothing.")
    {
        Arguments.Add(batch);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        RowCounter counter = new(scope.Console.Error);
        UndoReport report = await scope.Get<ImportService>().UndoAsync(scope.Value(batch), counter, cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(report);
        }
        else
        {
            scope.Console.Output.WriteLine(
                FormattableString.Invariant(
                    $"Import {report.Batch.Id} ({report.Batch.FileName}) is undone: {report.Removed} removed, {report.Restored} put back."
                )
            );
        }

        return ExitCode.Done;
    }
}
