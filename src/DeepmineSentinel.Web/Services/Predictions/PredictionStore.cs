using System.Text.Json;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Stored predictions: one a stope is the latest, moved in one transaction; read back aged to the present.</summary>
public sealed class PredictionStore(
    IDbContextFactory<SentinelDbContext> contexts,
    IOptions<PredictionsOptions> options,
    DataChanges changes,
    TimeProvider clock
)
{
    /// <summary>Stores answers as the latest of their stopes.</summary>
    /// <returns>Keys of the stored predictions by stope; stopes that are gone have none.</returns>
    public async Task<IReadOnlyDictionary<int, int>> StoreAsync(
        IReadOnlyCollection<(StabilityPrediction Prediction, string InputHash)> answers,
        CancellationToken cancellationToken
    )
    {
        Dictionary<int, int> keys = [];
        await contexts.RunAsync(
            async (context, token) => keys = await StoreAsync(context, answers, token),
            cancellationToken
        );
        changes.Predicted(answers.Select(answer => answer.Prediction.StopeId));
        return keys;
    }

    private static async Task<Dictionary<int, int>> StoreAsync(
        SentinelDbContext context,
        IReadOnlyCollection<(StabilityPrediction Prediction, string InputHash)> answers,
        CancellationToken cancellationToken
    )
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        List<int> asked = [.. answers.Select(answer => answer.Prediction.StopeId)];
        List<int> stopes = await context
            .Stopes.Where(stope => asked.Contains(stope.Id))
            .Select(stope => stope.Id)
            .ToListAsync(cancellationToken);
        await context
            .Predictions.Where(stored => stored.IsLatest && stopes.Contains(stored.StopeId))
            .ExecuteUpdateAsync(change => change.SetProperty(stored => stored.IsLatest, false), cancellationToken);
        StoredPrediction[] rows = [.. answers.Where(answer => stopes.Contains(answer.Prediction.StopeId)).Select(Row)];
        context.Predictions.AddRange(rows);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.ToDictionary(row => row.StopeId, row => row.Id);
    }

    /// <summary>The latest answer of a stope; null: none yet.</summary>
    public async Task<StoredAnswer?> GetAsync(int stopeId, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        StoredPrediction? stored = await context
            .Predictions.AsNoTracking()
            .FirstOrDefaultAsync(known => known.StopeId == stopeId && known.IsLatest, cancellationToken);
        return stored is null ? null : Aged(stored);
    }

    private StoredAnswer Aged(StoredPrediction stored) =>
        new(stored.Id, Aged(stored.Document), clock.GetUtcNow().UtcDateTime - stored.ComputedAt);

    /// <summary>A whole answer as it was kept, aged to the present.</summary>
    internal StabilityPrediction Aged(string document)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        StabilityPrediction prediction = JsonSerializer.Deserialize<StabilityPrediction>(document, WebJson.Options)!;
        if (!prediction.Stale && prediction.AsOf is { } asOf && now - asOf > options.Value.StaleAfter)
        {
            prediction = prediction with
            {
                Stale = true,
                Level = prediction.Level == RiskLevel.Unknown ? RiskLevel.Unknown : RiskLevel.Stale,
            };
        }

        return prediction;
    }

    /// <summary>An answer as it is kept, as the latest of its stope.</summary>
    internal static StoredPrediction Row((StabilityPrediction Prediction, string InputHash) answer)
    {
        StabilityPrediction prediction = answer.Prediction;
        return new StoredPrediction
        {
            StopeId = prediction.StopeId,
            RunId = prediction.RunId,
            Mode = prediction.Mode,
            Level = prediction.Level,
            Class = prediction.Condition?.Class ?? StabilityClass.Unknown,
            NotStableProbability = NotStable(prediction.Condition),
            SevenDayProbability = prediction
                .Forecast.FirstOrDefault(forecast => forecast.HorizonDays == Horizons.LevelDays)
                ?.Probability,
            AsOf = prediction.AsOf,
            ComputedAt = prediction.ComputedAt,
            InputHash = answer.InputHash,
            Document = JsonSerializer.Serialize(prediction, WebJson.Options),
        };
    }

    private static double? NotStable(ConditionPrediction? condition) =>
        condition is { Probabilities.Count: > 0 }
            ? Math.Clamp(
                1
                    - condition
                        .Probabilities.Where(item => item.Class == StabilityClass.Stable)
                        .Sum(item => item.Probability),
                0,
                1
            )
            : null;
}
