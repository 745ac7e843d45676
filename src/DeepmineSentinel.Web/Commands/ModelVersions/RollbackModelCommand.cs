using System.CommandLine;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models rollback.</summary>
internal sealed class RollbackModelCommand : Command
{
    private readonly Option<string> purpose = ModelArguments.Purpose("Whose pointers are swapped.");
    private readonly Option<string?> reason = new("--reason")
    {
        Description = "Why; kept with the move.",
        HelpName = "TEXT",
    };

    public RollbackModelCommand(CommandRunner runner)
        : base("rollback", "Swap production and previous; twice is back again.")
    {
        Options.Add(purpose);
        Options.Add(reason);
        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        PromotionOutcome outcome = await scope
            .Get<ModelPromoter>()
            .RollbackAsync(
                ModelArguments.Parse(scope.Value(purpose)!),
                scope.Get<CurrentOperator>().Name,
                scope.Value(reason),
                cancellationToken
            );
        return ModelText.Show(scope, outcome.Version);
    }
}
