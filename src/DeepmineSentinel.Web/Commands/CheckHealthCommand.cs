using System.CommandLine;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Health;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Prints the health document.</summary>
internal sealed class CheckHealthCommand : Command
{
    public CheckHealthCommand(CommandRunner runner)
        : base("check-health", "Look at database, data, models and the serving model. Exit 1 unless healthy.") =>
        SetAction(runner.Action(RunAsync));

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        HealthReport report = await scope.Get<HealthService>().CheckAsync(cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(report);
        }
        else
        {
            Write(report, scope.Console.Output);
        }

        return report.Status == HealthState.Healthy ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(HealthReport report, TextWriter output)
    {
        output.WriteLine($"Health: {Word(report.Status)} at {report.CheckedAt:yyyy-MM-dd HH:mm:ss} UTC");
        output.WriteLine($"{"model", -14} {Word(report.Model.Status), -10} {report.Model.Detail}");
        foreach ((string name, ComponentHealth health) in report.Components.All())
        {
            output.WriteLine($"{name, -14} {Word(health.Status), -10} {health.Detail}");
        }

        foreach (string recommendation in report.Recommendations)
        {
            output.WriteLine($"- {recommendation}");
        }
    }

    private static string Word(HealthState state) => state.ToString().ToLowerInvariant();
}
