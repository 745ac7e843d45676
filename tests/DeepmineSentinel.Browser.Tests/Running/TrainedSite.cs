using System.Text.Json;

[assembly: AssemblyFixture(typeof(DeepmineSentinel.Browser.Tests.Running.TrainedSite))]

namespace DeepmineSentinel.Browser.Tests.Running;

/// <summary>A site with the demo mine, two versions trained on it by commands, and what it does by itself switched on.</summary>
public sealed class TrainedSite : IAsyncLifetime
{
    private readonly BrowserSite site = new();

    /// <summary>The versions, oldest first; the last answers.</summary>
    public IReadOnlyList<string> Runs { get; private set; } = [];

    public string Address => site.Address;

    public async ValueTask InitializeAsync()
    {
        await SiteProgram.RunAsync(site.Root, "demo", "seed");
        Runs = [await TrainAsync("1"), await TrainAsync("2")];
        await site.StartAsync(
            ("Site__SeedDemo", "false"),
            ("Alerts__Every", "00:00:02"),
            ("Predictions__SettleTime", "00:00:00")
        );
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // Narrow layers: these tests are about pages, and training comes before the first of them.
    private async Task<string> TrainAsync(string seed)
    {
        string result = await SiteProgram.RunAsync(
            site.Root,
            [
                "train-model",
                .. "--network compact --static-layers 16,8 --recurrent-layers 8 --fusion-layers 16".Split(' '),
                .. "--epochs 2 --promote always --json --seed".Split(' '),
                seed,
            ]
        );
        using JsonDocument document = JsonDocument.Parse(result);
        return document.RootElement.GetProperty("run_id").GetString()!;
    }
}
