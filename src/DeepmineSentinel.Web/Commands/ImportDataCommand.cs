using System.CommandLine;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Importing;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Imports one CSV or XLSX file.</summary>
internal sealed class ImportDataCommand : Command
{
    private readonly Argument<string> kind = KindArgument();
    private readonly Argument<string> file = new("FILE") { Description = "CSV or XLSX file." };
    private readonly Option<string> mine = new("--mine")
    {
        Description = "Mine of rows that name none.",
        DefaultValueFactory = _ => Mine.DefaultName,
    };
    private readonly Option<string?> timeZone = new("--time-zone")
    {
        Description = "IANA zone of times without one (the mine's).",
    };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Check everything, write nothing." };
    private readonly Option<bool> update = new("--update") { Description = "Change rows that exist already." };
    private readonly Option<bool> acceptValid = new("--accept-valid")
    {
        Description = "Write the good rows although others are refused.",
    };
    private readonly Option<string?> rejects = new("--rejects")
    {
        Description = "Write refused rows with their reasons to this file.",
    };

    private readonly ShapeInput shape = new();

    public ImportDataCommand(CommandRunner runner)
        : base(
            "import-data",
            "Import stopes, readings, events, outcomes or case histories. Nothing is written unless all is right."
        )
    {
        Arguments.Add(kind);
        Arguments.Add(file);
        foreach (Option option in new Option[] { mine, timeZone, dryRun, update, acceptValid, rejects })
        {
            Options.Add(option);
        }

        foreach (Option option in shape.Options)
        {
            Options.Add(option);
        }

        Subcommands.Add(new ListImportsCommand(runner));
        Subcommands.Add(new UndoImportCommand(runner));
        SetAction(runner.Action(RunAsync));
    }

    internal static Argument<string> KindArgument()
    {
        Argument<string> kind = new("KIND") { Description = "stopes, readings, events, outcomes or case-histories." };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<ImportKind>().Select(ImportKinds.WordOf)]);
        return kind;
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        ImportKind brought = ImportKinds.Of(scope.Value(kind)!);
        string path = scope.ExistingFile(scope.Value(file)!);
        ImportRequest request = new()
        {
            Kind = brought,
            Path = path,
            Shape = shape.Read(scope, path, brought),
            MineName = scope.Value(mine)!,
            TimeZoneId = scope.Value(timeZone),
            DryRun = scope.Value(dryRun),
            Update = scope.Value(update),
            AcceptValid = scope.Value(acceptValid),
            RejectsPath = scope.Value(rejects) is { } refused ? scope.Console.Resolve(refused) : null,
            By = scope.Get<CurrentOperator>().Name,
        };
        RowCounter counter = new(scope.Console.Error);
        ImportReport report = await scope.Get<ImportService>().ImportAsync(request, counter, cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(report);
        }
        else
        {
            Write(report, scope.Console);
        }

        return report.TotalProblems > 0 && !report.Written ? ExitCode.WrongUse : ExitCode.Done;
    }

    private static void Write(ImportReport report, CommandConsole console)
    {
        foreach (RowProblem problem in report.Problems)
        {
            console.Error.WriteLine(problem);
        }

        if (report.TotalProblems > report.Problems.Count)
        {
            console.Error.WriteLine($"{report.TotalProblems - report.Problems.Count} more problems are not shown.");
        }

        foreach (string remark in report.Remarks)
        {
            console.Error.WriteLine(remark);
        }

        string result =
            report.DryRun ? "Nothing was written (dry run)."
            : report.Written ? ""
            : "Nothing was written.";
        console.Output.WriteLine(
            $"{report.FileName}: {report.RowsRead} rows read, {report.Added} added, {report.Updated} updated, "
                + $"{report.Rejected} rejected. {result}".TrimEnd()
        );
        if (report.BatchId is { } batch)
        {
            console.Output.WriteLine($"Import {batch}; to take it back: import-data undo {batch}");
        }
    }
}
