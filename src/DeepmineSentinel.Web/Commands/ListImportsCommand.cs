using System.CommandLine;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Commands;

/// <summary>import-data list.</summary>
internal sealed class ListImportsCommand : Command
{
    private readonly Option<int> page = TypedOption.Number("--page", "Page of 25, the newest being on the first.", 1);

    public ListImportsCommand(CommandRunner runner)
        : base("list", "List imports with their numbers, newest first.")
    {
        Options.Add(page);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        ImportListFilter filter = new() { Page = scope.Value(page) };
        ImportListPage found = await scope.Get<ImportQueries>().FindAsync(filter, cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(found.Rows);
            return ExitCode.Done;
        }

        foreach (ImportBatch batch in found.Rows)
        {
            scope.Console.Output.WriteLine(Line(batch));
        }

        scope.Console.Error.WriteLine(
            found.Total == 0 ? "Nothing was imported yet." : $"Page {found.Page} of {found.Pages}."
        );
        return ExitCode.Done;
    }

    private static string Line(ImportBatch batch) =>
        FormattableString.Invariant(
            $"{batch.Id, 6}  {batch.ImportedAt:yyyy-MM-dd HH:mm}  {ImportKinds.WordOf(batch.Kind), -14}  +{batch.Added} ~{batch.Updated}  {batch.FileName}, {batch.ImportedBy}{(batch.UndoneAt is null ? "" : ", undone")}"
        );
}
