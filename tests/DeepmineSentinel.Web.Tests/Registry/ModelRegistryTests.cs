using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Registry;

public sealed class ModelRegistryTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rolling_back_swaps_production_and_previous_and_twice_is_back()
    {
        await using TestSite site = new(mine);
        ModelPromoter promoter = site.Get<ModelPromoter>();

        PromotionOutcome once = await promoter.RollbackAsync(ModelPurpose.Stope, "tester", "Too many alarms.", Token);
        ModelVersionState stepped = (await site.Get<ModelRegistry>().GetAsync(mine.Production, Token)).State;
        PromotionOutcome twice = await promoter.RollbackAsync(ModelPurpose.Stope, "tester", null, Token);

        Assert.Equal(mine.Previous, once.Version.RunId);
        Assert.Equal(ModelVersionState.Previous, stepped);
        Assert.Equal(mine.Production, twice.Version.RunId);
        Assert.Equal(
            [(mine.Production, null), (mine.Previous, "Too many alarms.")],
            (await site.Get<ModelPointers>().HistoryAsync(null, Token))
                .Take(2)
                .Select(move => (move.RunId, move.Reason))
        );
    }

    [Fact]
    public async Task Promotions_at_the_same_moment_leave_one_version_in_production()
    {
        await using TestSite site = new(mine);
        ModelPromoter promoter = site.Get<ModelPromoter>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async turn =>
                {
                    try
                    {
                        RunId runId = RunId.Parse(turn % 2 == 0 ? mine.Previous : mine.Production);
                        await promoter.PromoteAsync(new PromotionRequest(runId, "tester", "Tried."), Token);
                    }
                    catch (SentinelException conflict)
                    {
                        Assert.Equal("promotion_conflict", conflict.Code);
                    }
                })
        );

        IReadOnlyList<ModelVersion> versions = await site.Get<ModelRegistry>().ListAsync(Token);
        Assert.Single(versions, version => version.State == ModelVersionState.Production);
        Assert.Single(versions, version => version.State == ModelVersionState.Previous);
    }

    [Fact]
    public async Task A_version_that_missed_the_gate_is_promoted_only_with_a_reason_and_the_reason_is_kept()
    {
        await using TestSite site = new(mine);

        CommandResult refused = await site.CommandLine.RunAsync("models", "promote", mine.Previous);
        string? still = (await site.Get<ModelRegistry>().ProductionAsync(Token))?.RunId;
        CommandResult promoted = await site.CommandLine.RunAsync(
            "models",
            "promote",
            mine.Previous,
            "--override",
            "It warned earlier on the north side."
        );

        Assert.Equal((1, mine.Production), (refused.ExitCode, still));
        Assert.Contains("--override", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, promoted.ExitCode);
        PointerMove move = (await site.Get<ModelPointers>().HistoryAsync(mine.Previous, Token))[0];
        Assert.Equal(
            (PointerMoveKind.Promotion, mine.Previous, mine.Production, false, "It warned earlier on the north side."),
            (move.Kind, move.RunId, move.PreviousRunId, move.GatePassed, move.Reason)
        );
        Assert.Contains(
            "It warned earlier on the north side.",
            await File.ReadAllTextAsync(site.Get<RegistryLog>().FilePath, Token),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task A_reason_that_says_nothing_is_none(string? reason)
    {
        await using TestSite site = new(mine);
        PromotionRequest request = new(RunId.Parse(mine.Previous), "tester", reason ?? new string('x', 1_001));

        SentinelException refused = await Assert.ThrowsAsync<SentinelException>(() =>
            site.Get<ModelPromoter>().PromoteAsync(request, Token)
        );

        Assert.Equal("invalid_reason", refused.Code);
        Assert.Equal(mine.Production, (await site.Get<ModelRegistry>().ProductionAsync(Token))?.RunId);
    }

    [Fact]
    public async Task A_version_is_pinned_and_noted_by_command()
    {
        await using TestSite site = new(mine);

        CommandResult pinned = await site.CommandLine.RunAsync("models", "pin", mine.Previous);
        CommandResult noted = await site.CommandLine.RunAsync("models", "note", mine.Previous, "Best of May", "--json");
        CommandResult unpinned = await site.CommandLine.RunAsync("models", "unpin", mine.Previous, "--json");
        string tooLong = new('x', ModelVersion.NotesLength + 1);
        CommandResult refused = await site.CommandLine.RunAsync("models", "note", mine.Previous, tooLong);

        Assert.Contains("pinned", pinned.Output, StringComparison.Ordinal);
        Assert.True(noted.Json.GetProperty("pinned").GetBoolean());
        Assert.Equal("Best of May", noted.Json.GetProperty("notes").GetString());
        Assert.False(unpinned.Json.GetProperty("pinned").GetBoolean());
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("[notes_too_long]", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_run_is_not_promoted_by_command()
    {
        await using TestSite site = new(mine);
        string file = Path.Combine(site.Root, "models", mine.Previous, ArtifactFileNames.Components);
        await File.AppendAllTextAsync(file, " ", Token);

        CommandResult promoted = await site.CommandLine.RunAsync(
            "models",
            "promote",
            mine.Previous,
            "--override",
            "Tried."
        );
        CommandResult verified = await site.CommandLine.RunAsync("models", "verify");

        Assert.Equal(1, promoted.ExitCode);
        Assert.Contains(ArtifactFileNames.Components, promoted.Error, StringComparison.Ordinal);
        Assert.Equal(1, verified.ExitCode);
        Assert.Equal(mine.Production, (await site.Get<ModelRegistry>().ProductionAsync(Token))!.RunId);
    }
}
