using System.CommandLine;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Importing;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Writes everything of one kind as CSV.</summary>
internal sealed class ExportDataCommand : Command
{
    private readonly Argument<string> kind = ImportDataCommand.KindArgument();
    private readonly Argument<string?> file = new("FILE")
    {
        Description = "File to write; without one the CSV goes to stdout.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> mine = new("--mine") { Description = "One mine by name; else all." };

    public ExportDataCommand(CommandRunner runner)
        : base("export-data", "Export stopes, readings, events, outcomes or case histories as CSV that imports again.")
    {
        Arguments.Add(kind);
        Arguments.Add(file);
        Options.Add(mine);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        ImportKind what = ImportKinds.Of(scope.Value(kind)!);
        ImportService service = scope.Get<ImportService>();
        if (scope.Value(file) is { } path)
        {
            await using FileStream output = File.Create(scope.Console.Resolve(path));
            await service.ExportAsync(what, scope.Value(mine), output, cancellationToken);
            await scope.Console.Error.WriteLineAsync($"Wrote {output.Name}");
            return ExitCode.Done;
        }

        using MemoryStream buffer = new();
        await service.ExportAsync(what, scope.Value(mine), buffer, cancellationToken);
        buffer.Position = 0;
        using StreamReader reader = new(buffer);
        char[] part = new char[16_384];
        for (int count; (count = await reader.ReadAsync(part, cancellationToken)) > 0; )
        {
            await scope.Console.Output.WriteAsync(part.AsMemory(0, count), cancellationToken);
        }

        return ExitCode.Done;
    }
}
