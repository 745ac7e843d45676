using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models note.</summary>
internal sealed class NoteModelCommand : Command
{
    private readonly Argument<string> runId = ModelArguments.RunId();
    private readonly Argument<string> text = new("TEXT")
    {
        Description = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The note, at most {ModelVersion.NotesLength} characters; empty: none."
        ),
    };

    public NoteModelCommand(CommandRunner runner)
        : base("note", "Replace a version's note.")
    {
        Arguments.Add(runId);
        Arguments.Add(text);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken) =>
        ModelText.Show(
            scope,
            await scope.Get<ModelRegistry>().AnnotateAsync(scope.Value(runId)!, scope.Value(text), cancellationToken)
        );
}
