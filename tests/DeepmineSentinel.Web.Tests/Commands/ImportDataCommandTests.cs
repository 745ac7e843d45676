using System.Text;
using System.Text.Json;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

public sealed class ImportDataCommandTests
{
    private const string Header =
        "stope_name,rqd,hr,depth,dip,direction,undercut_wdt,rock_type,support_type,support_density,support_installed\n";

    private const string Good = "S1,75,5,300,60,North,4,Granite,None,0,0\n";

    [Theory]
    [InlineData("S1,101,5,300,60,North,4,Granite,None,0,0\n", "rqd")]
    [InlineData("S1,75,5,-1,60,North,4,Granite,None,0,0\n", "depth")]
    [InlineData("S1,75,5,300,95,North,4,Granite,None,0,0\n", "dip")]
    [InlineData("S1,many,5,300,60,North,4,Granite,None,0,0\n", "rqd")]
    [InlineData("S1,NaN,5,300,60,North,4,Granite,None,0,0\n", "rqd")]
    [InlineData("S1,75,Infinity,300,60,North,4,Granite,None,0,0\n", "hr")]
    [InlineData("S1,75,5,300,60,North,4,Cheese,None,0,0\n", "rock_type")]
    public async Task A_bad_cell_exits_with_2_names_file_line_and_column_and_writes_nothing(string row, string column)
    {
        using CommandFolder folder = new();
        folder.Write("stopes.csv", Header + Good.Replace("S1", "S0", StringComparison.Ordinal) + row);

        CommandResult result = await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"stopes.csv, line 3, column {column}:", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, await StopesAsync(folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,colour\nS1,red\n")]
    [InlineData("stope_name,rqd\nS1,75\n")]
    public async Task A_file_with_a_wrong_header_exits_with_2_and_names_the_file(string content)
    {
        using CommandFolder folder = new();
        folder.Write("stopes.csv", content);

        CommandResult result = await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("stopes.csv", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n")]
    public async Task A_file_without_rows_is_no_error_as_an_export_may_be_one_and_says_so(string rest)
    {
        using CommandFolder folder = new();
        folder.Write("stopes.csv", Header.TrimEnd() + "\n" + rest);

        CommandResult result = await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("has no rows below its header", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, await StopesAsync(folder));
    }

    [Fact]
    public async Task A_header_below_titles_is_found_or_named_and_problems_keep_the_lines_of_the_file()
    {
        using CommandFolder folder = new();
        string titles = "\uFEFFMine \"North, stopes of May\n\nmade by, the contractor\n";
        folder.Write("stopes.csv", titles + Header.TrimEnd() + "\n" + Good.TrimEnd() + "\n");
        folder.Write(
            "wrong.csv",
            titles + Header.TrimEnd() + "\n" + Good.TrimEnd().Replace("75", "much", StringComparison.Ordinal) + "\n"
        );

        CommandResult found = await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv", "--dry-run");
        CommandResult named = await folder.CommandLine.RunAsync(
            "import-data",
            "stopes",
            "stopes.csv",
            "--header-line",
            "4"
        );
        CommandResult wrong = await folder.CommandLine.RunAsync("import-data", "stopes", "wrong.csv", "--update");

        Assert.True(found.ExitCode == 0, found.Error);
        Assert.Contains("1 added", found.Output, StringComparison.Ordinal);
        Assert.True(named.ExitCode == 0, named.Error);
        Assert.Equal(1, await StopesAsync(folder));
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("wrong.csv, line 5, column rqd:", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_utf16_file_exits_with_2_and_says_so()
    {
        using CommandFolder folder = new();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "stopes.csv"),
            Header + Good,
            Encoding.Unicode,
            TestContext.Current.CancellationToken
        );

        CommandResult result = await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("UTF-16", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_imported_is_exported_again_and_reported_as_json()
    {
        using CommandFolder folder = new();
        folder.Write("stopes.csv", Header + Good);

        CommandResult imported = await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv", "--json");
        CommandResult exported = await folder.CommandLine.RunAsync("export-data", "stopes");

        Assert.Equal(0, imported.ExitCode);
        Assert.Equal(1, imported.Json.GetProperty("added").GetInt32());
        Assert.Equal(0, exported.ExitCode);
        Assert.Contains("S1", exported.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_counts_and_writes_nothing()
    {
        using CommandFolder folder = new();
        folder.Write("stopes.csv", Header + Good);

        CommandResult result = await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv", "--dry-run");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("1 added", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, await StopesAsync(folder));
    }

    [Fact]
    public async Task The_reference_mine_and_its_sample_import_as_they_are()
    {
        using CommandFolder folder = new();
        string stopes = SharedData.ReferenceMine("stope_static_features.csv");
        string readings = SharedData.ReferenceMine("stope_timeseries.csv");
        string sample = SharedData.ReferenceMine("sample_stopes.csv");

        CommandResult first = await folder.CommandLine.RunAsync("import-data", "stopes", stopes);
        CommandResult second = await folder.CommandLine.RunAsync("import-data", "readings", readings);
        CommandResult third = await folder.CommandLine.RunAsync("import-data", "stopes", sample);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.True(second.ExitCode == 0, second.Error);
        Assert.True(third.ExitCode == 0, third.Error);
        Assert.Equal(55, await StopesAsync(folder));
    }

    [Fact]
    public async Task A_loggers_file_is_imported_by_naming_its_columns_units_and_form()
    {
        using CommandFolder folder = new();
        folder.Write("stopes.csv", Header + Good);
        folder.Write("log.txt", "stope_name;Date;PPV (in/s);Weather\nS1;25/03/2024;1,5;dry\n");
        await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv");
        string[] command =
        [
            "import-data",
            "readings",
            "log.txt",
            "--separator",
            "semicolon",
            "--decimal-comma",
            "--date-order",
            "day-first",
            "--column",
            "timestamp=date",
            "--column",
        ];

        CommandResult unit = await folder.CommandLine.RunAsync([.. command, "vibration_velocity=PPV (in/s):parsec"]);
        CommandResult header = await folder.CommandLine.RunAsync([.. command, "vibration_velocity=Shaking"]);
        CommandResult column = await folder.CommandLine.RunAsync([.. command, "shaking=PPV (in/s)"]);
        CommandResult done = await folder.CommandLine.RunAsync([.. command, "vibration_velocity=PPV (in/s):in/s"]);
        CommandResult exported = await folder.CommandLine.RunAsync("export-data", "readings");

        Assert.Equal((2, 2, 2), (unit.ExitCode, header.ExitCode, column.ExitCode));
        Assert.Contains("the unit is one of mm/s", unit.Error, StringComparison.Ordinal);
        Assert.Contains("it has stope_name, Date, PPV (in/s), Weather", header.Error, StringComparison.Ordinal);
        Assert.True(done.ExitCode == 0, done.Error);
        Assert.Contains("S1,2024-03-25T00:00:00Z,38.1", exported.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_is_listed_and_undone_by_its_number_once()
    {
        using CommandFolder folder = new();
        folder.Write("stopes.csv", Header + Good);
        CommandResult imported = await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv");
        Assert.Contains("import-data undo 1", imported.Output, StringComparison.Ordinal);

        CommandResult listed = await folder.CommandLine.RunAsync("import-data", "list");
        CommandResult undone = await folder.CommandLine.RunAsync("import-data", "undo", "1", "--json");
        CommandResult again = await folder.CommandLine.RunAsync("import-data", "undo", "1");
        CommandResult unknown = await folder.CommandLine.RunAsync("import-data", "undo", "7");
        CommandResult word = await folder.CommandLine.RunAsync("import-data", "undo", "seven");

        Assert.Contains("stopes          +1 ~0  stopes.csv", listed.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (undone.ExitCode, undone.Json.GetProperty("removed").GetInt32()));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("import_undone_already", again.Error, StringComparison.Ordinal);
        Assert.Equal((2, 2), (unknown.ExitCode, word.ExitCode));
        Assert.Equal(0, await StopesAsync(folder));
    }

    private static async Task<int> StopesAsync(CommandFolder folder)
    {
        CommandResult health = await folder.CommandLine.RunAsync("check-health", "--json");
        JsonElement data = health.Json.GetProperty("data");
        return data.GetProperty("stopes").GetInt32();
    }
}
