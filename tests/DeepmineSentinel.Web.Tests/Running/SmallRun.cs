using System.Security.Cryptography;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>A short training run from a small generated mine in a folder of its own, and what it leaves.</summary>
internal sealed class SmallRun : IDisposable
{
    private readonly CommandFolder folder = new();

    public string Path => folder.Path;

    public TestCommandLine CommandLine => folder.CommandLine;

    public Dictionary<string, string?> Settings => folder.Settings;

    /// <summary>The one run that is not sealed.</summary>
    public string StoppedId =>
        System.IO.Path.GetFileName(
            Assert.Single(
                Directory.GetDirectories(File("models"), "2*"),
                run => !System.IO.File.Exists(System.IO.Path.Combine(run, ArtifactFileNames.Manifest))
            )
        );

    public static async Task<SmallRun> CreateAsync()
    {
        SmallRun run = new();
        CommandResult made = await run.CommandLine.RunAsync(
            "generate-data",
            "--stopes",
            "40",
            "--days",
            "30",
            "--output",
            "mine"
        );
        Assert.True(made.ExitCode == 0, made.Error);
        return run;
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string FileOf(string runId, string name) => System.IO.Path.Combine(Path, "models", runId, name);

    /// <summary>What is typed to train it with narrow layers.</summary>
    public static string[] Arguments(int epochs, params string[] more) => Arguments(NarrowNetwork.Words, epochs, more);

    /// <summary>What is typed to train the preset, whose files are large enough to fill a small disk.</summary>
    public static string[] WideArguments(int epochs, params string[] more) =>
        Arguments(["--network", "compact"], epochs, more);

    private static string[] Arguments(string[] network, int epochs, string[] more) =>
        [
            "train-model",
            "--source",
            "csv",
            "--static",
            "mine/stopes.csv",
            "--timeseries",
            "mine/readings.csv",
            "--outcomes",
            "mine/outcomes.csv",
            .. network,
            "--epochs",
            $"{epochs}",
            "--promote",
            "never",
            .. more,
        ];

    /// <summary>Trains to the end.</summary>
    /// <returns>The run.</returns>
    public async Task<string> TrainAsync(int epochs, params string[] more)
    {
        CommandResult result = await CommandLine.RunAsync([.. Arguments(epochs, more), "--json"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Json.GetProperty("run_id").GetString()!;
    }

    /// <summary>Trains and is stopped, as by Ctrl-C, when a line of progress comes by.</summary>
    /// <returns>What it said.</returns>
    public async Task<CommandResult> StopAsync(string atLine, params string[] arguments)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        await using StopAtLine error = new(atLine, stop);
        CommandResult result = await CommandLine.RunAsync(new CommandStart(arguments, null, error), stop.Token);
        Assert.Equal(130, result.ExitCode);
        return result;
    }

    /// <summary>SHA-256 of the weights that answer.</summary>
    public string WeightsOf(string runId) =>
        Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(FileOf(runId, ArtifactFileNames.Model))));

    /// <summary>The training log but for the seconds, which no two runs share.</summary>
    public string[] LogOf(string runId) =>
        [
            .. System
                .IO.File.ReadAllLines(FileOf(runId, ArtifactFileNames.TrainingLog))
                .Select(line => line[..line.LastIndexOf(',')]),
        ];

    public void Dispose() => folder.Dispose();
}
