using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DeepmineSentinel.Testing;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

/// <summary>Commands as processes of their own: exit codes, streams and signals as a shell sees them.</summary>
public sealed class ProcessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_in_a_new_folder_migrates_seeds_and_answers_on_stdout_alone()
    {
        using TempFolder folder = new();
        using Process process = Start(folder, "predict-stability", "--all", "--json");

        string output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith("[", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task Ctrl_C_and_SIGTERM_end_a_training_process_with_130_and_say_how_to_go_on(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals by the kill program.");
        Assert.SkipWhen(
            signal == "-INT" && IgnoresInterrupts(),
            "SIGINT is ignored here, as in a shell's background jobs, and processes started from here ignore it too."
        );
        using TempFolder folder = new();
        using Process process = Start(
            folder,
            ["train-model", .. NarrowNetwork.Words, "--epochs", "5000", "--patience", "5000"]
        );
        while (await process.StandardError.ReadLineAsync(Token) is { } line)
        {
            if (line.Contains("epoch 1/", StringComparison.Ordinal))
            {
                break;
            }
        }

        using Process kill = Process.Start("kill", [signal, $"{process.Id}"]);
        string rest = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Go on with: train-model --resume ", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_a_sentence()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        using TempFolder folder = new();
        ProcessStartInfo start = StartInfo(folder);
        start.Environment["ASPNETCORE_URLS"] = $"http://{taken.LocalEndpoint}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using Process process = Process.Start(start)!;

        Task<string> output = process.StandardOutput.ReadToEndAsync(Token);
        string errors = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("address already in use", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors + await output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_listens_where_the_environment_says()
    {
        using TempFolder folder = new();
        ProcessStartInfo start = StartInfo(folder);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using Process process = Process.Start(start)!;
        string? listening = null;
        while (listening is null && await process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            listening = line.Contains("Now listening on", StringComparison.Ordinal) ? line : null;
        }

        process.Kill();
        await process.WaitForExitAsync(Token);

        Assert.Contains("http://127.0.0.1:", listening, StringComparison.Ordinal);
        Assert.DoesNotContain(":5080", listening, StringComparison.Ordinal);
    }

    // The second bit of the signals that this process ignores: ignored signals are handed on to children.
    private static bool IgnoresInterrupts()
    {
        string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal));
        ulong ignored = ulong.Parse(
            line.AsSpan("SigIgn:".Length).Trim(),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture
        );
        return (ignored & 0b10) != 0;
    }

    private static Process Start(TempFolder folder, params string[] arguments) =>
        Process.Start(StartInfo(folder, arguments))!;

    private static ProcessStartInfo StartInfo(TempFolder folder, params string[] arguments) =>
        ProgramProcess.StartInfo(folder.Path, arguments);
}
