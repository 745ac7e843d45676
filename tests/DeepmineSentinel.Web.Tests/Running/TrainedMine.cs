using DeepmineSentinel.Testing;

[assembly: AssemblyFixture(typeof(DeepmineSentinel.Web.Tests.Running.TrainedMine))]

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>The demo mine and two versions trained on it, made once by the commands a user types; tests work on copies.</summary>
public sealed class TrainedMine : IAsyncLifetime
{
    private readonly TempFolder folder = new();

    /// <summary>The version in production.</summary>
    public string Production { get; private set; } = "";

    /// <summary>The version before it.</summary>
    public string Previous { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        TestCommandLine commands = new(TestSettings.Of(folder.Path));
        await RunAsync(commands, "demo", "seed");
        Previous = await TrainAsync(commands, seed: "1");
        Production = await TrainAsync(commands, seed: "2");
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Copies database and models into an empty folder.</summary>
    public void CopyTo(string target)
    {
        foreach (string file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> TrainAsync(TestCommandLine commands, string seed)
    {
        CommandResult trained = await RunAsync(
            commands,
            ["train-model", .. NarrowNetwork.Words, "--epochs", "2", "--seed", seed, "--promote", "always", "--json"]
        );
        return trained.Json.GetProperty("run_id").GetString()!;
    }

    private static async Task<CommandResult> RunAsync(TestCommandLine commands, params string[] arguments)
    {
        CommandResult result = await commands.RunAsync(new CommandStart(arguments), CancellationToken.None);
        return result.ExitCode == 0 ? result : throw new InvalidOperationException(result.Error);
    }
}
