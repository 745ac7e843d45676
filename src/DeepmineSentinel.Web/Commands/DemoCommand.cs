using System.CommandLine;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Demo;

namespace DeepmineSentinel.Web.Commands;

/// <summary>demo seed and demo remove.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandRunner runner)
    {
        Command seed = new("seed", "Add the generated demo mine; its last day is made yesterday.");
        seed.SetAction(runner.Action(SeedAsync));
        Command remove = new("remove", "Remove the demo mine with all that belongs to it.");
        remove.SetAction(runner.Action(RemoveAsync));
        return new Command("demo", "Add or remove the synthetic demo mine.") { seed, remove };
    }

    private static async Task<int> SeedAsync(CommandScope scope, CancellationToken cancellationToken) =>
        Say(
            scope,
            "seeded",
            await scope.Get<DemoMineSeeder>().SeedAsync(cancellationToken),
            $"{Mine.DemoName} is there."
        );

    private static async Task<int> RemoveAsync(CommandScope scope, CancellationToken cancellationToken) =>
        Say(
            scope,
            "removed",
            await scope.Get<DemoMineSeeder>().RemoveAsync(cancellationToken),
            $"{Mine.DemoName} is gone."
        );

    private static int Say(CommandScope scope, string verb, bool changed, string message)
    {
        if (scope.Json)
        {
            scope.WriteJson(new Dictionary<string, bool> { [verb] = changed });
        }
        else
        {
            scope.Console.Output.WriteLine(changed ? message : $"{message} Nothing had to be done.");
        }

        return ExitCode.Done;
    }
}
