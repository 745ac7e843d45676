using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Options;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Answers of one chosen run, whatever its place in the registry; the serving model is left alone.</summary>
internal sealed class RunPredictions(
    ModelLoader loader,
    StopeHistoryReader stopes,
    IOptions<PredictionsOptions> options,
    TimeProvider clock
)
{
    /// <exception cref="SentinelException">There is no such run or it is damaged.</exception>
    public async Task<IReadOnlyList<StabilityPrediction>> PredictAsync(
        RunId runId,
        IReadOnlyList<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    )
    {
        ServingModel model = loader.Load(runId, ServingRole.Production, version: null);
        using EngineSession session = new(model.TryLease(), options.Value, clock);
        model.Retire();
        return session.Predict(await stopes.ReadAsync(stopeIds, asOf, cancellationToken), asOf, cancellationToken);
    }
}
