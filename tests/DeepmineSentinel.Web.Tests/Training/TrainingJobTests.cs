using System.Collections.Concurrent;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Jobs;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Services.Training;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DeepmineSentinel.Web.Tests.Training;

public sealed class TrainingJobTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_that_the_product_can_explain_is_one_line_with_its_code_and_no_stack()
    {
        await using TestSite site = new(("Logging:LogLevel:Default", "Information"));
        Lines lines = new();
        await using WebApplicationFactory<Program> logged = site.WithWebHostBuilder(host =>
            host.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(lines))
        );

        TrainingRun run = await logged
            .Services.GetRequiredService<TrainingService>()
            .QueueAsync(new TrainModelOptions { Network = "compact" }, TrainingOrigin.Site, "tester", Token);
        await Eventually.TrueAsync(() => lines.OfJob.Count > 0);

        (LogLevel level, string text, Exception? exception) = Assert.Single(lines.OfJob);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Null(exception);
        Assert.Contains(run.RunId, text, StringComparison.Ordinal);
        Assert.Contains("[no_stopes]", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    [Fact]
    public async Task As_many_runs_as_are_allowed_train_side_by_side()
    {
        await using TestSite site = new(("Training:Parallel", "2"));
        await site.Get<DemoMineSeeder>().SeedAsync(Token);
        TrainingService training = site.Get<TrainingService>();
        TrainModelOptions endless = new()
        {
            Network = "compact",
            Tuning = NarrowNetwork.Tuning,
            Epochs = 5_000,
            Patience = 5_000,
        };

        for (int i = 0; i < 3; i++)
        {
            await training.QueueAsync(endless, TrainingOrigin.Site, "tester", Token);
        }

        await Eventually.TrueAsync(async () => (await RunsAsync(site)).Count(run => run.EpochsDone > 0) == 2);
        IReadOnlyList<TrainingRun> runs = await RunsAsync(site);
        foreach (TrainingRun run in runs)
        {
            await training.CancelAsync(run.RunId, Token);
        }

        Assert.Equal(TrainingRunState.Queued, runs[2].State);
        await Eventually.TrueAsync(async () =>
            (await RunsAsync(site)).All(run => run.State == TrainingRunState.Cancelled)
        );
    }

    private static async Task<IReadOnlyList<TrainingRun>> RunsAsync(TestSite site)
    {
        await using SentinelDbContext context = await site.Get<IDbContextFactory<SentinelDbContext>>()
            .CreateDbContextAsync(Token);
        return await context.TrainingRuns.AsNoTracking().OrderBy(run => run.Id).ToListAsync(Token);
    }

    /// <summary>Keeps what is logged, in order.</summary>
    private sealed class Lines : ILoggerProvider
    {
        private readonly ConcurrentQueue<(string Category, LogLevel, string, Exception?)> kept = new();

        public IReadOnlyList<(LogLevel Level, string Text, Exception? Exception)> OfJob =>
            [
                .. kept.Where(line => line.Category == typeof(TrainingJob).FullName)
                    .Select(line => (line.Item2, line.Item3, line.Item4)),
            ];

        public ILogger CreateLogger(string categoryName) => new Keeper(this, categoryName);

        public void Dispose() { }

        private sealed class Keeper(Lines lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => lines.kept.Enqueue((category, logLevel, formatter(state, exception), exception));
        }
    }
}
