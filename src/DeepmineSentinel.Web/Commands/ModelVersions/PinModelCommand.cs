using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models pin and models unpin.</summary>
internal sealed class PinModelCommand : Command
{
    private readonly Argument<string> runId = ModelArguments.RunId();
    private readonly bool pins;

    private PinModelCommand(CommandRunner runner, string name, string description, bool pins)
        : base(name, description)
    {
        this.pins = pins;
        Arguments.Add(runId);
        SetAction(runner.Action(RunAsync));
    }

    public static PinModelCommand Pin(CommandRunner runner) =>
        new(runner, "pin", "Keep a version's files from every clearing.", pins: true);

    public static PinModelCommand Unpin(CommandRunner runner) =>
        new(runner, "unpin", "Leave a version's files to the policy again.", pins: false);

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        ModelRegistry registry = scope.Get<ModelRegistry>();
        string id = scope.Value(runId)!;
        ModelVersion version = pins
            ? await registry.PinAsync(id, cancellationToken)
            : await registry.UnpinAsync(id, cancellationToken);
        return ModelText.Show(scope, version);
    }
}
