using System.CommandLine;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Summaries;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Commands;

/// <summary>database migrate and database rebuild-series.</summary>
internal static class DatabaseCommand
{
    public static Command Create(CommandRunner runner)
    {
        Command migrate = new("migrate", "Bring the database to the newest schema; nothing is seeded.");
        migrate.SetAction(runner.Action(MigrateAsync, prepared: false));
        Command rebuild = new(
            "rebuild-series",
            "Make the hourly and daily extremes that charts draw again from all readings. Needed only after readings were "
                + "changed in the database by hand."
        );
        rebuild.SetAction(runner.Action(RebuildSeriesAsync));
        return new Command("database", "Look after the database.") { migrate, rebuild };
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

    private static async Task<int> RebuildSeriesAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        int stopes = await scope.Get<SeriesSummaries>().RebuildAsync(new Said(scope.Console.Error), cancellationToken);
        if (scope.Json)
        {
            scope.WriteJson(new { stopes });
        }
        else
        {
            scope.Console.Output.WriteLine($"The series of {stopes} stope(s) were made again from their readings.");
        }

        return ExitCode.Done;
    }

    // Progress<T> would report from other threads, after the result.
    private sealed class Said(TextWriter error) : IProgress<int>
    {
        public void Report(int value) => error.WriteLine($"{value} stopes");
    }
}
