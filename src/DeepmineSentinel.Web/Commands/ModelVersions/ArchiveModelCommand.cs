using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Artifacts;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models archive.</summary>
internal sealed class ArchiveModelCommand : Command
{
    private readonly Argument<string> runId = ModelArguments.RunId();
    private readonly Option<string?> reason = new("--reason") { Description = "Why, for the record." };
    private readonly Option<bool> compress = new("--compress")
    {
        Description = "Turn the folder into one zip in models/archive/; checkpoints go.",
    };

    public ArchiveModelCommand(CommandRunner runner)
        : base("archive", "Keep a candidate for the record only; it is not promoted and does not answer.")
    {
        Arguments.Add(runId);
        Options.Add(reason);
        Options.Add(compress);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken) =>
        ModelText.Show(
            scope,
            await scope
                .Get<RunArchiving>()
                .ArchiveAsync(
                    RunId.Parse(scope.Value(runId)),
                    scope.Value(reason) ?? "Archived by hand.",
                    scope.Value(compress),
                    cancellationToken
                )
        );
}
