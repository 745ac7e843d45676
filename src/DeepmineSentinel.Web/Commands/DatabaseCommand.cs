using System.CommandLine;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Commands;

/// <summary>database migrate.</summary>
internal static class DatabaseCommand
{
    public static Command Create(CommandRunner runner)
    {
        Command migrate = new("migrate", "Bring the database to the newest schema; nothing is seeded.");
        migrate.SetAction(runner.Action(MigrateAsync, prepared: false));
        return new Command("database", "Look after the database.") { migrate };
    }

    private static async Task<int> MigrateAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> applied = await scope.Get<DatabaseMigrator>().MigrateAsync(cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(new { applied });
        }
        else
        {
            scope.Console.Output.WriteLine(
                applied.Count == 0
                    ? "The database is up to date."
                    : $"Applied {applied.Count} migration(s): {string.Join(", ", applied)}"
            );
        }

        return ExitCode.Done;
    }
}
