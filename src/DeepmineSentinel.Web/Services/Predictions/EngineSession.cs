using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Web.Options;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>One call's view of what answers: one whole version, or the physics rule, from first to last stope.</summary>
internal sealed class EngineSession(ModelLease? lease, SessionParts parts) : IDisposable
{
    /// <summary>What answers says of stopes, and beside it what a model of case histories does.</summary>
    public async Task<IReadOnlyList<StabilityPrediction>> PredictAsync(
        IReadOnlyList<StopeHistory> stopes,
        DateTime? asOf,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<StabilityPrediction> answers = Predict(stopes, asOf, cancellationToken);
        IReadOnlyList<CaseStatement> statements = await parts.Cases.AnswerAsync(stopes, cancellationToken);
        return statements.Count == 0
            ? answers
            : [.. answers.Zip(statements, (answer, statement) => answer with { CaseHistories = statement })];
    }

    private IReadOnlyList<StabilityPrediction> Predict(
        IReadOnlyList<StopeHistory> stopes,
        DateTime? asOf,
        CancellationToken cancellationToken
    )
    {
        DateTime now = parts.Clock.GetUtcNow().UtcDateTime;
        PredictionsOptions options = parts.Options;
        if (lease is null)
        {
            return [.. stopes.Select(stope => FallbackAnswers.Of(stope, asOf, now, options))];
        }

        PredictionOptions settings = new()
        {
            AsOf = asOf,
            ComputedAt = now,
            Thresholds = options.ToThresholds(),
            StaleAfter = options.StaleAfter,
            Recommendations = options.ToRecommendations(),
        };
        IReadOnlyList<StabilityPrediction> answers = lease.Predictor.Predict(stopes, settings, cancellationToken);
        return Note(lease.Info) is { } note
            ? [.. answers.Select(answer => answer with { Warnings = [.. answer.Warnings, note] })]
            : answers;
    }

    public void Dispose() => lease?.Dispose();

    private static string? Note(ServingModelInfo info) =>
        info.Role switch
        {
            ServingRole.Candidate => $"Run {info.RunId} answers as a candidate: no version has been promoted.",
            ServingRole.Previous => $"Run {info.RunId} answers because the production version is damaged.",
            _ => null,
        };
}
