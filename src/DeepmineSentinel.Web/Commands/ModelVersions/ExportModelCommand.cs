using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Artifacts;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models export.</summary>
internal sealed class ExportModelCommand : Command
{
    private readonly Argument<string> runId = ModelArguments.RunId();
    private readonly Option<string?> to = new("--to")
    {
        Description =
            "Where to, from the current folder: one zip file where it ends in .zip, else a folder; parent folders are made "
            + "(models/exports/SITE_PURPOSE_NETWORK_RUN_ID.zip under the project's root).",
    };
    private readonly Option<bool> withData = new("--with-data")
    {
        Description = "Take the mine's data along: stopes, readings, events and outcomes that the run learnt from.",
    };
    private readonly Option<bool> force = new("--force") { Description = "Replace an export that is there already." };

    public ExportModelCommand(CommandRunner runner)
        : base("export", "Write a run with its manifest, report and a page on how to load the weights elsewhere.")
    {
        Arguments.Add(runId);
        Options.Add(to);
        Options.Add(withData);
        Options.Add(force);
        SetAction(runner.Action(RunAsync));
    }

    private Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        ExportOptions options = new()
        {
            Path = scope.Value(to) is { } path ? scope.Console.Resolve(path) : null,
            WithData = scope.Value(withData),
            Force = scope.Value(force),
        };
        ExportedRun exported = scope
            .Get<RunExport>()
            .Export(RunId.Parse(scope.Value(runId)), options, cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(exported);
            return Task.FromResult(ExitCode.Done);
        }

        scope.Console.Output.WriteLine(exported.Path);
        scope.Console.Error.WriteLine(
            $"Wrote {exported.Files.Count} files of run {exported.RunId}, {(exported.WithData ? "with" : "without")} the mine's data. "
                + "The model itself holds keys instead of names, and encoded properties of the training stopes (docs/housekeeping.md)."
        );
        return Task.FromResult(ExitCode.Done);
    }
}
