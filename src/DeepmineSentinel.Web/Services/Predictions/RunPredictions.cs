using System.Runtime.CompilerServices;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Inference.Cases;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Answers of one chosen run, whatever its place in the registry; the serving models are left alone.</summary>
internal sealed class RunPredictions(ModelLoader loader, StopeHistoryReader stopes, SessionParts parts)
{
    /// <summary>Answers by a run of models/.</summary>
    /// <exception cref="SentinelException">There is no such run or it is damaged.</exception>
    public Task<RunAnswers> PredictAsync(
        RunId runId,
        IReadOnlyList<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    ) => PredictAsync(loader.LoadAny(runId), stopeIds, asOf, cancellationToken);

    /// <summary>Answers by an exported run, a folder or a zip anywhere; it is not registered by this.</summary>
    /// <exception cref="SentinelException">There is nothing at the path, or it cannot be used.</exception>
    public Task<RunAnswers> PredictAsync(
        string path,
        IReadOnlyList<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    ) => PredictAsync(loader.LoadPath(path), stopeIds, asOf, cancellationToken);

    /// <summary>Answers by a run of models/ part by part; stopes that are gone are left out.</summary>
    /// <exception cref="SentinelException">There is no such run or it is damaged.</exception>
    public async IAsyncEnumerable<AnsweredPart> PredictPartsAsync(
        RunId runId,
        IEnumerable<int> stopeIds,
        DateTime? asOf,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        LoadedRun run = loader.LoadAny(runId);
        using CasePredictor? cases = run.Cases;
        using EngineSession session = new(run.Stopes?.TryLease(), parts);
        run.Stopes?.Retire();
        foreach (int[] chunk in stopeIds.Distinct().Chunk(MLPredictionService.StopesAtOnce))
        {
            IReadOnlyList<StopeHistory> histories = await stopes.ReadAsync(chunk, asOf, cancellationToken);
            yield return new AnsweredPart(
                chunk,
                histories,
                cases is null
                    ? await session.PredictAsync(histories, asOf, cancellationToken)
                    : [.. histories.Select(stope => OfCases(cases, stope))]
            );
        }
    }

    private async Task<RunAnswers> PredictAsync(
        LoadedRun run,
        IReadOnlyList<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    )
    {
        if (run is { Stopes: { } model })
        {
            using EngineSession session = new(model.TryLease(), parts);
            model.Retire();
            IReadOnlyList<StopeHistory> histories = await stopes.ReadAsync(stopeIds, asOf, cancellationToken);
            return new RunAnswers(await session.PredictAsync(histories, asOf, cancellationToken), run.Info);
        }

        using CasePredictor cases = run.Cases!;
        return new RunAnswers(
            [.. (await stopes.ReadAsync(stopeIds, asOf, cancellationToken)).Select(stope => OfCases(cases, stope))],
            run.Info
        );
    }

    // A model of case histories knows neither time nor readings: it gives no level.
    private StabilityPrediction OfCases(CasePredictor cases, StopeHistory stope) =>
        new()
        {
            StopeId = stope.StopeId,
            StopeName = stope.Name,
            Mine = stope.Mine,
            IsSynthetic = stope.IsSynthetic,
            Mode = PredictionMode.Unknown,
            Level = RiskLevel.Unknown,
            LevelBasis = LevelBasis.None,
            LevelCutPoints = parts.Options.ToThresholds().CutPoints,
            UnknownReason =
                $"Run {cases.Metadata.RunId} answers from case histories alone: no network and no rule was asked for a level.",
            CaseHistories = cases.Answer(stope.Properties),
            ComputedAt = parts.Clock.GetUtcNow().UtcDateTime,
        };
}
