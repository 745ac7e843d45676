namespace DeepmineSentinel.Benchmarks.Site;

/// <summary>A site as it is in the middle of its life: 1,000 stopes with a year of readings each, a model of its own, every stope predicted.</summary>
internal sealed class ShiftSite : IAsyncDisposable
{
    private const string Mine = "Generated";
    private readonly SiteFolder folder;
    private readonly SiteProcess process;

    private ShiftSite(SiteFolder folder, SiteProcess process, SiteClient client)
    {
        this.folder = folder;
        this.process = process;
        Client = client;
    }

    public const int Stopes = 1_000;

    public SiteClient Client { get; }

    public Uri Address => process.Address!;

    public static async Task<ShiftSite> OpenAsync()
    {
        SiteFolder folder = new();
        string data = folder.File("generated");
        await SiteProcess.CommandAsync(
            folder,
            ["generate-data", "--stopes", "1000", "--days", "365", "--seed", "7", "--output", data]
        );
        foreach (string kind in new[] { "stopes", "readings", "events", "outcomes" })
        {
            await SiteProcess.CommandAsync(
                folder,
                ["import-data", kind, Path.Combine(data, kind + ".csv"), "--mine", Mine, "--time-zone", "UTC"]
            );
        }

        await SiteProcess.CommandAsync(
            folder,
            ["train-model", "--epochs", "3", "--network", "compact", "--promote", "always", "--no-input"]
        );
        SiteProcess process = SiteProcess.Start(folder, ("ASPNETCORE_ENVIRONMENT", "Production"));
        SiteClient client = new(process.Address!);
        await client.WaitAsync("/health/live", TimeSpan.FromMinutes(1));
        await client.WaitWhileAsync("/", "have not been predicted yet", TimeSpan.FromMinutes(5));
        return new ShiftSite(folder, process, client);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await process.DisposeAsync();
        folder.Dispose();
    }
}
