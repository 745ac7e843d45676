using DeepmineSentinel.Core.Errors;
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
    /// <summary>Answers by a run of models/.</summary>
    /// <exception cref="SentinelException">There is no such run or it is damaged.</exception>
    public Task<RunAnswers> PredictAsync(
        RunId runId,
        IReadOnlyList<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    ) => PredictAsync(loader.Load(runId, ServingRole.Production, version: null), stopeIds, asOf, cancellationToken);

    /// <summary>Answers by an exported run, a folder or a zip anywhere; it is not registered by this.</summary>
    /// <exception cref="SentinelException">There is nothing at the path, or it cannot be used.</exception>
    public Task<RunAnswers> PredictAsync(
        string path,
        IReadOnlyList<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    ) => PredictAsync(loader.LoadPath(path), stopeIds, asOf, cancellationToken);

    private async Task<RunAnswers> PredictAsync(
        ServingModel model,
        IReadOnlyList<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    )
    {
        using EngineSession session = new(model.TryLease(), options.Value, clock);
        model.Retire();
        return new RunAnswers(
            session.Predict(await stopes.ReadAsync(stopeIds, asOf, cancellationToken), asOf, cancellationToken),
            model.Info
        );
    }
}
