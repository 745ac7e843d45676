using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Api;

/// <summary>Runs the commands of the documentation by curl against the real site on a loopback port.</summary>
public sealed partial class CurlTests(TrainedMine mine)
{
    private const string Written = "http://localhost:5080";

    // Of each command only the status is looked at; its own output is of no matter here.
    private const string Wrapper = """
        curl() { command curl --silent --output /dev/null --write-out '%{http_code}\n' --max-time 120 "$@"; }

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("docs/api.md", 16)]
    [InlineData("docs/help/api.md", 8)]
    [InlineData("docs/help/es/api.md", 8)]
    public async Task Every_command_of_the_documentation_is_answered_as_it_says(string file, int least)
    {
        Assert.SkipUnless(IsThere("curl") && IsThere("bash"), "curl or bash is not installed.");
        await using TestSite site = new(mine);
        site.UseKestrel(0);
        site.StartServer();
        string documentation = RepositoryFiles.Text(file);
        string script = string.Join('\n', Blocks().Matches(documentation).Select(block => block.Groups[1].Value));
        string[] said = [.. Statuses().Matches(script).Select(status => status.Groups[1].Value)];

        string address = site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        string answered = await RunAsync(Wrapper + script.Replace(Written, address, StringComparison.Ordinal));

        Assert.True(said.Length >= least, "The documentation has hardly any commands.");
        Assert.Equal(said.Length, Commands().Count(script));
        Assert.Equal(said, answered.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<string> RunAsync(string script)
    {
        ProcessStartInfo start = new("bash", ["-s"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process shell = Process.Start(start)!;
        await shell.StandardInput.WriteAsync(new StringBuilder(script), Token);
        shell.StandardInput.Close();
        string output = await shell.StandardOutput.ReadToEndAsync(Token);
        await shell.WaitForExitAsync(Token);
        return output;
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^# (\d{3})$", RegexOptions.Multiline)]
    private static partial Regex Statuses();

    [GeneratedRegex("^curl ", RegexOptions.Multiline)]
    private static partial Regex Commands();
}
