using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Registry;

public sealed class RegistryHealingTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_move_whose_process_ended_before_the_database_had_it_is_carried_out()
    {
        await using TestSite site = new(mine);
        await AppendAsync(site, mine.Previous, mine.Production);

        CommandResult listed = await site.CommandLine.RunAsync("models", "list", "--json");

        Assert.Equal(
            [(mine.Production, "previous"), (mine.Previous, "production")],
            listed
                .Json.EnumerateArray()
                .Select(row => (row.GetProperty("runId").GetString()!, row.GetProperty("state").GetString()!))
        );
        Assert.Equal(mine.Previous, (await site.Get<ModelPointers>().HistoryAsync(null, Token))[0].RunId);
    }

    [Fact]
    public async Task A_running_site_carries_it_out_too()
    {
        await using TestSite site = new(mine);
        using HttpClient started = site.CreateClient();
        await AppendAsync(site, mine.Previous, mine.Production);

        await Eventually.TrueAsync(async () =>
            (await site.Get<ModelRegistry>().ProductionAsync(Token))?.RunId == mine.Previous
        );
    }

    [Fact]
    public async Task After_the_database_was_lost_a_rescan_restores_rows_and_both_pointers()
    {
        await using TestSite site = new(mine);
        DeleteDatabase(site.Root);
        string file = Path.Combine(site.Root, "models", RegistryLog.FileName);
        await File.AppendAllTextAsync(file, "{\"sequence\":99,\"at\":\"2026-", Token);

        CommandResult rescanned = await site.CommandLine.RunAsync("models", "rescan");

        Assert.Equal(0, rescanned.ExitCode);
        ProductionPointers pointers = await site.Get<ModelPointers>().ReadAsync(ModelPurpose.Stope, Token);
        Assert.Equal(mine.Production, pointers.Production?.RunId);
        Assert.Equal(mine.Previous, pointers.Previous?.RunId);
        Assert.Contains("in production again", rescanned.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rescan_does_not_point_at_a_run_that_is_damaged()
    {
        await using TestSite site = new(mine);
        DeleteDatabase(site.Root);
        await File.AppendAllTextAsync(
            Path.Combine(site.Root, "models", mine.Production, ArtifactFileNames.Components),
            " ",
            Token
        );

        CommandResult rescanned = await site.CommandLine.RunAsync("models", "rescan");

        ProductionPointers pointers = await site.Get<ModelPointers>().ReadAsync(ModelPurpose.Stope, Token);
        Assert.Null(pointers.Production);
        Assert.Equal(mine.Previous, pointers.Previous?.RunId);
        Assert.Contains(ArtifactFileNames.Components, rescanned.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_file_is_written_anew_from_the_rows()
    {
        await using TestSite site = new(mine);
        string file = Path.Combine(site.Root, "models", RegistryLog.FileName);
        string[] lines = await File.ReadAllLinesAsync(file, Token);
        File.Delete(file);

        await site.CommandLine.RunAsync("models", "list");

        Assert.Equal(lines, await File.ReadAllLinesAsync(file, Token));
    }

    [Fact]
    public async Task Where_the_move_would_leave_no_trace_nothing_is_moved()
    {
        await using TestSite site = new(mine);
        string file = Path.Combine(site.Root, "models", RegistryLog.FileName);
        int before = (await site.Get<ModelPointers>().HistoryAsync(null, Token)).Count;
        File.Delete(file);
        Directory.CreateDirectory(file);

        SentinelException refused = await Assert.ThrowsAsync<SentinelException>(() =>
            site.Get<ModelPromoter>()
                .PromoteAsync(new PromotionRequest(RunId.Parse(mine.Previous), "tester", "Tried."), Token)
        );

        Assert.Equal((FailureKind.Unavailable, "registry_unavailable"), (refused.Kind, refused.Code));
        Assert.Equal(mine.Production, (await site.Get<ModelRegistry>().ProductionAsync(Token))?.RunId);
        Assert.Equal(before, (await site.Get<ModelPointers>().HistoryAsync(null, Token)).Count);
    }

    private static async Task AppendAsync(TestSite site, string production, string previous)
    {
        using RegistryLogWriter writer = await site.Get<RegistryLog>().OpenAsync(Token);
        writer.Append(
            new PointerMove
            {
                Sequence = writer.Read().Last + 1,
                Purpose = ModelPurpose.Stope,
                Kind = PointerMoveKind.Promotion,
                RunId = production,
                PreviousRunId = previous,
                At = RegistrySamples.Moment,
                By = "a process that was killed",
            }
        );
    }

    private static void DeleteDatabase(string root)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root, "data"), "*.db*"))
        {
            File.Delete(file);
        }
    }
}
