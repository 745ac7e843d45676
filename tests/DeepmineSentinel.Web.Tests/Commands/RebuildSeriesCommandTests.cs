using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

public sealed class RebuildSeriesCommandTests
{
    [Fact]
    public async Task The_series_of_every_stope_are_made_again_and_counted()
    {
        using CommandFolder folder = new();
        folder.Write(
            "stopes.csv",
            "stope_name,rqd,hr,depth,dip,direction,undercut_wdt,rock_type,support_type,support_density,support_installed\n"
                + "S1,75,5,300,60,North,4,Granite,None,0,0\nS2,75,5,300,60,North,4,Granite,None,0,0\n"
        );
        await folder.CommandLine.RunAsync("import-data", "stopes", "stopes.csv");

        CommandResult text = await folder.CommandLine.RunAsync("database", "rebuild-series");
        CommandResult json = await folder.CommandLine.RunAsync("database", "rebuild-series", "--json");

        Assert.Equal((0, 0), (text.ExitCode, json.ExitCode));
        Assert.Contains("2 stope(s)", text.Output, StringComparison.Ordinal);
        Assert.Equal(2, json.Json.GetProperty("stopes").GetInt32());
    }
}
