using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Services.Alerts.Delivery;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Tests.Alerts;

/// <summary>A site whose alerts are looked at when a test says so, at the time that it says.</summary>
internal sealed class WatchedSite : IAsyncDisposable
{
    public WatchedSite() => Clock = new MovableClock(PageData.Now);

    public PageSite Pages { get; } = new();

    public MovableClock Clock { get; }

    public AlertsOptions Options { get; init; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public AlertEvaluator Evaluator
    {
        get
        {
            IServiceProvider services = Pages.Services;
            IOptions<AlertsOptions> options = Microsoft.Extensions.Options.Options.Create(Options);
            var contexts = services.GetRequiredService<IDbContextFactory<SentinelDbContext>>();
            AlertJudgement judgement = new(options, services.GetRequiredService<IOptions<PredictionsOptions>>());
            return new AlertEvaluator(
                contexts,
                new AlertEvidenceReader(contexts, judgement, Clock),
                services.GetRequiredService<AlertOutbox>(),
                new ResponsePlans(contexts, options, NullLogger<ResponsePlans>.Instance),
                Clock
            );
        }
    }

    public async Task<int> StopeAsync(string name = "S1")
    {
        await using SentinelDbContext database = await Pages.DatabaseAsync();
        Mine mine = database.Mines.FirstOrDefault() ?? await Pages.AddMineAsync("North");
        return await Pages.AddStopeAsync(mine, name);
    }

    public Task<int> WatchAsync(params int[] stopes) => Evaluator.EvaluateAsync(stopes, Token);

    /// <summary>Adds a reading as of now.</summary>
    public Task ReadAsync(int stope, double? deformation, double? stress = 20) =>
        Pages.AddReadingsAsync(
            stope,
            new Reading
            {
                Timestamp = Clock.Now,
                DeformationRateMmPerDay = deformation,
                StressMegapascals = stress,
            }
        );

    /// <summary>Makes a network's answer the latest one.</summary>
    public async Task PredictAsync(int stope, double sevenDay, DateTime? asOf = null)
    {
        await using (SentinelDbContext database = await Pages.DatabaseAsync())
        {
            await database
                .Predictions.Where(row => row.StopeId == stope)
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.IsLatest, false), Token);
        }

        await Pages.PredictAsync(stope, sevenDay, asOf ?? Clock.Now);
    }

    public async Task<IReadOnlyList<Alert>> AlertsAsync(int stope)
    {
        await using SentinelDbContext database = await Pages.DatabaseAsync();
        return await database
            .Alerts.Include(alert => alert.Changes)
            .AsNoTracking()
            .Where(alert => alert.StopeId == stope)
            .OrderBy(alert => alert.Id)
            .ToListAsync(Token);
    }

    public ValueTask DisposeAsync() => Pages.DisposeAsync();
}
