using System.CommandLine;
using DeepmineSentinel.Data.ArtifactFiles.Inventory;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Artifacts;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>models disk-usage.</summary>
internal sealed class DiskUsageCommand : Command
{
    private static readonly UsageKind[] OfRuns =
    [
        UsageKind.Weights,
        UsageKind.Checkpoints,
        UsageKind.Reports,
        UsageKind.Records,
    ];

    public DiskUsageCommand(CommandRunner runner)
        : base("disk-usage", "Show what room runs, snapshots, searches and exports take, by run and by kind.") =>
        SetAction(runner.Action(RunAsync));

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        DiskUsage usage = await scope.Get<DiskUsageService>().ReadAsync(cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(usage);
            return ExitCode.Done;
        }

        TextWriter output = scope.Console.Output;
        output.WriteLine(
            $"{"run", -24} {"state", -11}{string.Concat(OfRuns.Select(kind => $"{Word(kind), 13}"))}{"all", 13}"
        );
        foreach (RunUsage run in usage.Runs)
        {
            string sizes = string.Concat(
                OfRuns.Select(kind => $"{ByteCount.Text(run.Bytes.GetValueOrDefault(kind)), 13}")
            );
            output.WriteLine($"{run.RunId, -24} {run.State, -11}{sizes}{ByteCount.Text(run.Total), 13}");
        }

        output.WriteLine();
        foreach ((UsageKind kind, long bytes) in usage.Kinds.Where(pair => pair.Value > 0))
        {
            output.WriteLine($"{Word(kind), -24}{ByteCount.Text(bytes), 13}");
        }

        output.WriteLine($"{"all", -24}{ByteCount.Text(usage.Total), 13}");
        return ExitCode.Done;
    }

    private static string Word(UsageKind kind) => kind.ToString().ToLowerInvariant();
}
