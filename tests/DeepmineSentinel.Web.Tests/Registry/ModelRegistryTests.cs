using DeepmineSentinel.Core.Registry;
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
        ModelRegistry registry = site.Get<ModelRegistry>();

        ModelVersion once = await registry.RollbackAsync(Token);
        ModelVersionState stepped = (await registry.GetAsync(mine.Production, Token)).State;
        ModelVersion twice = await registry.RollbackAsync(Token);

        Assert.Equal(mine.Previous, once.RunId);
        Assert.Equal(ModelVersionState.Previous, stepped);
        Assert.Equal(mine.Production, twice.RunId);
    }

    [Fact]
    public async Task Promotions_at_the_same_moment_leave_one_version_in_production()
    {
        await using TestSite site = new(mine);
        ModelRegistry registry = site.Get<ModelRegistry>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async turn =>
                {
                    try
                    {
                        await registry.PromoteAsync(turn % 2 == 0 ? mine.Previous : mine.Production, Token);
                    }
                    catch (Core.Errors.SentinelException conflict)
                    {
                        Assert.Equal("promotion_conflict", conflict.Code);
                    }
                })
        );

        IReadOnlyList<ModelVersion> versions = await registry.ListAsync(Token);
        Assert.Single(versions, version => version.State == ModelVersionState.Production);
    }

    [Fact]
    public async Task A_damaged_run_is_not_promoted_by_command()
    {
        await using TestSite site = new(mine);
        string file = Path.Combine(site.Root, "models", mine.Previous, ArtifactFileNames.Components);
        await File.AppendAllTextAsync(file, " ", Token);

        CommandResult promoted = await site.CommandLine.RunAsync("models", "promote", mine.Previous);
        CommandResult verified = await site.CommandLine.RunAsync("models", "verify");

        Assert.Equal(1, promoted.ExitCode);
        Assert.Contains(ArtifactFileNames.Components, promoted.Error, StringComparison.Ordinal);
        Assert.Equal(1, verified.ExitCode);
        Assert.Equal(mine.Production, (await site.Get<ModelRegistry>().ProductionAsync(Token))!.RunId);
    }
}
