using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Predictions;

public sealed class ServingTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_loaded_before_it_is_needed()
    {
        await using TestSite site = new(mine);

        Assert.True(await site.Get<MLPredictionService>().IsModelTrained(Token));
        Assert.Equal(0, site.Get<ModelHost>().Loads);
    }

    [Fact]
    public async Task Sixty_four_first_requests_at_once_share_one_load()
    {
        await using TestSite site = new(mine);
        MLPredictionService service = site.Get<MLPredictionService>();
        int stope = (await site.Get<StopeHistoryReader>().ActiveAsync(Token))[0];
        using Barrier start = new(64);

        Task<StabilityPrediction>[] callers =
        [
            .. Enumerable
                .Range(0, 64)
                .Select(_ =>
                    Task.Factory.StartNew(
                            () =>
                            {
                                start.SignalAndWait(Token);
                                return service.PredictComprehensiveStabilityAsync(stope, null, Token);
                            },
                            Token,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                        .Unwrap()
                ),
        ];
        StabilityPrediction[] answers = await Task.WhenAll(callers);

        Assert.Equal(1, site.Get<ModelHost>().Loads);
        Assert.All(answers, answer => Assert.Equal(mine.Production, answer.RunId));
    }

    [Fact]
    public async Task A_call_under_way_finishes_on_its_version_while_another_is_promoted()
    {
        await using TestSite site = new(mine);
        ModelHost host = site.Get<ModelHost>();
        ModelLease before = (await host.LeaseAsync(Token))!;
        ServingModel old = host.Current!.Model!;

        await site.Get<ModelPromoter>().RollbackAsync(ModelPurpose.Stope, "tester", null, Token);
        await host.ReloadAsync(Token);
        using ModelLease after = (await host.LeaseAsync(Token))!;

        Assert.Equal(mine.Production, before.Info.RunId);
        Assert.Equal(mine.Previous, after.Info.RunId);
        Assert.False(old.IsFreed);
        before.Dispose();
        Assert.True(old.IsFreed);
    }

    [Fact]
    public async Task Every_answer_under_promotions_names_one_whole_version()
    {
        await using TestSite site = new(mine);
        MLPredictionService service = site.Get<MLPredictionService>();
        IReadOnlyList<int> stopes = [.. (await site.Get<StopeHistoryReader>().ActiveAsync(Token)).Take(3)];
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task[] readers =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            while (!enough.IsCancellationRequested)
                            {
                                IReadOnlyList<StabilityPrediction> answers = await service.PredictMultipleAsync(
                                    stopes,
                                    null,
                                    Token
                                );
                                Assert.Single(answers.Select(answer => answer.RunId).Distinct());

                                // SQLite answers at once: without a pause the readers would keep every thread of the pool.
                                await Task.Delay(5, Token);
                            }
                        },
                        Token
                    )
                ),
        ];

        for (int round = 0; round < 6; round++)
        {
            await site.Get<ModelPromoter>().RollbackAsync(ModelPurpose.Stope, "tester", null, Token);
            await site.Get<ModelHost>().ReloadAsync(Token);
        }

        await enough.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task A_promotion_by_another_process_is_noticed()
    {
        await using TestSite site = new(mine);
        using (ModelLease first = (await site.Get<ModelHost>().LeaseAsync(Token))!)
        {
            Assert.Equal(mine.Production, first.Info.RunId);
        }

        CommandResult promoted = await site.CommandLine.RunAsync(
            "models",
            "promote",
            mine.Previous,
            "--override",
            "Tried."
        );

        Assert.True(promoted.ExitCode == 0, promoted.Error);
        await Eventually.TrueAsync(() => site.Get<ModelHost>().Current?.Model?.Info.RunId == mine.Previous);
    }

    [Fact]
    public async Task A_damaged_production_version_is_refused_by_name_and_the_previous_one_serves()
    {
        await using TestSite site = new(mine);
        Damage(site, mine.Production);
        int stope = (await site.Get<StopeHistoryReader>().ActiveAsync(Token))[0];

        StabilityPrediction answer = await site.Get<MLPredictionService>()
            .PredictComprehensiveStabilityAsync(stope, null, Token);
        HealthReport health = await site.Get<HealthService>().CheckAsync(Token);

        Assert.Equal(mine.Previous, answer.RunId);
        Assert.Contains(answer.Warnings, warning => warning.Contains("damaged", StringComparison.Ordinal));
        Assert.NotEqual(HealthState.Healthy, health.Status);
        Assert.Contains(mine.Production, health.Model.Detail, StringComparison.Ordinal);
        Assert.Contains(ArtifactFileNames.Model, health.Model.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_every_version_damaged_health_is_unhealthy_and_the_rule_never_says_stable()
    {
        await using TestSite site = new(mine);
        Damage(site, mine.Production);
        Damage(site, mine.Previous);
        IReadOnlyList<int> stopes = await site.Get<StopeHistoryReader>().ActiveAsync(Token);

        IReadOnlyList<StabilityPrediction> answers = await site.Get<MLPredictionService>()
            .PredictMultipleAsync(stopes, null, Token);
        HealthReport health = await site.Get<HealthService>().CheckAsync(Token);

        Assert.Equal(HealthState.Unhealthy, health.Status);
        Assert.All(answers, answer => Assert.Equal(PredictionMode.Fallback, answer.Mode));
        Assert.DoesNotContain(answers, answer => answer.Condition?.Class == StabilityClass.Stable);
        Assert.All(answers, answer => Assert.NotNull(answer.Condition?.RuleInstability));
        Assert.False(await site.Get<MLPredictionService>().IsModelTrained(Token));
    }

    [Fact]
    public async Task A_run_without_a_row_serves_as_candidate_until_rescan_registers_it()
    {
        await using TestSite site = new(mine);
        File.Delete(Path.Combine(site.Root, "data", "deepmine.db"));

        HealthReport health = await site.Get<HealthService>().CheckAsync(Token);
        CommandResult rescan = await site.CommandLine.RunAsync("models", "rescan", "--json");

        Assert.Equal("candidate", health.Model.Serving);
        Assert.Equal(mine.Production, health.Model.RunId);
        Assert.True(rescan.ExitCode == 0, rescan.Error);
        Assert.Equal(2, rescan.Json.GetProperty("added").GetArrayLength());
    }

    private static void Damage(TestSite site, string runId)
    {
        string file = Path.Combine(site.Root, "models", runId, ArtifactFileNames.Model);
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
