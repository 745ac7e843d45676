using System.CommandLine;
using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Artifacts;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models prune.</summary>
internal sealed class PruneModelsCommand : Command
{
    private readonly Option<int> keepBest = new("--keep-best")
    {
        Description = "Runs with the lowest log-loss that stay, 0 or more.",
        DefaultValueFactory = _ => new PrunePolicy().KeepBest,
    };
    private readonly Option<int> keepLatest = new("--keep-latest")
    {
        Description = "Newest runs that stay, 0 or more.",
        DefaultValueFactory = _ => new PrunePolicy().KeepLatest,
    };
    private readonly Option<string> olderThan = new("--older-than")
    {
        Description = "Age below which everything stays: a number and h, d or w, for example 30d.",
        DefaultValueFactory = _ => "30d",
    };
    private readonly Option<bool> compress = new("--compress")
    {
        Description = "Pack whole runs into models/archive/ instead of removing them.",
    };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Only say what would go, and why." };

    public PruneModelsCommand(CommandRunner runner)
        : base(
            "prune",
            "Remove old runs, checkpoints of finished ones, and the data that no run names any more. Production, the version before it, pinned and running stay."
        )
    {
        foreach (Option option in new Option[] { keepBest, keepLatest, olderThan, compress, dryRun })
        {
            Options.Add(option);
        }

        SetAction(runner.Action(RunAsync));
    }

    private async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        PrunePolicy policy = new()
        {
            KeepBest = scope.Value(keepBest),
            KeepLatest = scope.Value(keepLatest),
            OlderThan = Duration(scope.Value(olderThan)!),
            Compress = scope.Value(compress),
        };
        PruneService service = scope.Get<PruneService>();
        bool dry = scope.Value(dryRun);
        IReadOnlyList<PruneItem> items = dry
            ? await service.PlanAsync(policy, cancellationToken)
            : await service.RunAsync(policy, cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(
                new
                {
                    dryRun = dry,
                    policy,
                    items,
                }
            );
        }
        else
        {
            PruneText.Write(items, dry, scope.Console.Output);
        }

        return items.Any(item => item.Problem is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    private static TimeSpan Duration(string text)
    {
        TimeSpan? unit =
            text.Length > 0
                ? text[^1] switch
                {
                    'h' => TimeSpan.FromHours(1),
                    'd' => TimeSpan.FromDays(1),
                    'w' => TimeSpan.FromDays(7),
                    _ => null,
                }
                : null;
        bool number = int.TryParse(
            text.AsSpan(0, Math.Max(0, text.Length - 1)),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int count
        );
        return unit is { } one && number && count <= 100_000
            ? one * count
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "wrong_use",
                "--older-than is a number and h, d or w, for example 30d."
            );
    }
}
