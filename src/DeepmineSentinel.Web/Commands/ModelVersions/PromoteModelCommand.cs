using System.CommandLine;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models promote.</summary>
internal sealed class PromoteModelCommand : Command
{
    private readonly Argument<string> runId = ModelArguments.RunId();
    private readonly Option<string?> reason = new("--override")
    {
        Description = "Why it shall answer although the gate did not pass it; kept with the promotion.",
        HelpName = "REASON",
    };

    public PromoteModelCommand(CommandRunner runner)
        : base("promote", "Let a version answer if the gate passes it; the present one becomes the previous.")
    {
        Arguments.Add(runId);
        Options.Add(reason);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        PromotionOutcome outcome = await PromoteAsync(scope, cancellationToken);
        if (!scope.Json)
        {
            scope.Console.Output.WriteLine(
                outcome.Move is { } move
                    ? $"Run {move.RunId} answers from now on{Instead(move)}."
                    : $"Run {outcome.Version.RunId} answers already; nothing was changed."
            );
            foreach (string found in outcome.Verdict?.Reasons ?? [])
            {
                scope.Console.Output.WriteLine($"  {found}");
            }
        }

        return ModelText.Show(scope, outcome.Version);
    }

    private async Task<PromotionOutcome> PromoteAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        PromotionRequest request = new(
            RunId.Parse(scope.Value(runId)),
            scope.Get<CurrentOperator>().Name,
            scope.Value(reason)
        );
        try
        {
            return await scope.Get<ModelPromoter>().PromoteAsync(request, cancellationToken);
        }
        catch (SentinelException missed) when (missed.Code == "gate_missed")
        {
            throw new SentinelException(
                missed.Kind,
                missed.Code,
                $"{missed.Message} To promote it all the same: --override \"REASON\".",
                missed
            );
        }
    }

    private static string Instead(PointerMove move) =>
        move.PreviousRunId is { } previous ? $"; {previous} is the previous version (models rollback)" : "";
}
