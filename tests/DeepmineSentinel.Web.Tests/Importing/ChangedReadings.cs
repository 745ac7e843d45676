using System.Globalization;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.Data.Sqlite;

namespace DeepmineSentinel.Web.Tests.Importing;

/// <summary>A folder with two stopes, readings of theirs, and an import that changed all of these and added as many: import 3.</summary>
internal static class ChangedReadings
{
    public const int Import = 3;
    private const int Days = 150;
    private const int ADay = 96;

    // Audit lines and marks of time apart, everything that an import of readings touches.
    private static readonly string[] Tables = ["Readings", "ReplacedReadings", "ReadingSummaries", "ImportBatches"];

    private static readonly Lazy<Task<CommandFolder>> Prepared = new(PrepareAsync);

    /// <summary>A folder of its own in which import 3 can be undone. Made once, as it takes three commands, and copied.</summary>
    public static async Task<CommandFolder> FolderAsync()
    {
        string from = Path.Combine((await Prepared.Value).Path, "data");
        CommandFolder to = new();
        Directory.CreateDirectory(Path.Combine(to.Path, "data"));
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to.Path, "data", Path.GetFileName(file)));
        }

        return to;
    }

    private static async Task<CommandFolder> PrepareAsync()
    {
        CommandFolder home = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => home.Dispose();
        const string Stopes =
            "stope_name,rqd,hr,depth,dip,direction,undercut_wdt,rock_type,support_type,support_density,support_installed\n";
        const string Rock = ",75.5,6.2,450.0,65.0,North,5.5,Granite,Rock Bolts,0.8,True\n";
        home.Write("stopes.csv", Stopes + "S1" + Rock + "S2" + Rock);
        home.Write("before.csv", Readings(Days / 2, 1));
        home.Write("after.csv", Readings(Days, 2));
        foreach (
            string[] command in (string[][])
                [
                    ["import-data", "stopes", "stopes.csv"],
                    ["import-data", "readings", "before.csv"],
                    ["import-data", "readings", "after.csv", "--update"],
                ]
        )
        {
            CommandResult result = await home.CommandLine.RunAsync(command);
            Assert.True(result.ExitCode == 0, result.Error);
        }

        // Its connections are kept open for the next command, with the log of all that was written.
        SqliteConnection.ClearAllPools();
        return home;
    }

    public static Task<string> StateAsync(string folder) => new DatabaseFile(folder).StateAsync(Tables);

    public static async Task<bool> IsUndoneAsync(string folder) =>
        await new DatabaseFile(folder).ScalarAsync($"SELECT UndoneAt FROM ImportBatches WHERE Id = {Import}")
            is not (null or DBNull);

    /// <summary>Nothing of it is left: the readings, their values and their summaries are those of the import before.</summary>
    public static async Task AssertUndoneAsync(string folder)
    {
        DatabaseFile file = new(folder);
        Assert.Equal(0L, await file.ScalarAsync("SELECT COUNT(*) FROM ReplacedReadings"));
        Assert.Equal(
            (long)Days / 2 * ADay * 2,
            await file.ScalarAsync("SELECT COUNT(*) FROM Readings WHERE VibrationVelocityMmPerSecond = 1")
        );
        Assert.Equal(
            0L,
            await file.ScalarAsync("SELECT COUNT(*) FROM Readings WHERE VibrationVelocityMmPerSecond <> 1")
        );
        Assert.Equal(
            (long)Days / 2 * ADay * 2,
            await file.ScalarAsync("SELECT SUM(Readings) FROM ReadingSummaries WHERE Hours = 24")
        );
        Assert.Equal(1.0, await file.ScalarAsync("SELECT MAX(GreatestVibrationMmPerSecond) FROM ReadingSummaries"));
    }

    private static string Readings(int days, int value)
    {
        DateTime start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        IEnumerable<string> rows = Enumerable
            .Range(0, days * ADay)
            .Select(i => start.AddMinutes(15 * i).ToString("s", CultureInfo.InvariantCulture))
            .SelectMany(at => (string[])[$"S1,{at},{value}", $"S2,{at},{value}"]);
        return "stope_name,timestamp,vibration_velocity\n" + string.Join('\n', rows) + "\n";
    }
}
