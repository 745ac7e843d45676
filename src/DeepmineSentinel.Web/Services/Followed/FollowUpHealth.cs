using System.Globalization;
using DeepmineSentinel.Learning.Evaluation.Followed;

namespace DeepmineSentinel.Web.Services.Followed;

/// <summary>What became of the forecasts of the version that answers, as the health document has it.</summary>
/// <param name="RunId">The version; null: no network answers.</param>
/// <param name="Detail">It in a sentence.</param>
/// <param name="Scores">The figures; null: no network answers.</param>
public sealed record FollowUpHealth(string? RunId, string Detail, FollowUpScores? Scores)
{
    /// <summary>Where no network answers.</summary>
    public static FollowUpHealth None { get; } = new(null, "No network answers, so no forecast can be followed.", null);

    /// <summary>Of a version.</summary>
    public static FollowUpHealth Of(string runId, FollowUpScores scores) => new(runId, Sentence(scores), scores);

    private static string Sentence(FollowUpScores scores)
    {
        FollowUpCounts whole = scores.Whole;
        if (whole.Brier is not { } brier)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Too few to say: of {scores.Predictions} forecasts none has an outcome beyond its seven days yet ({scores.Open} wait for one)."
            );
        }

        string interval = whole.BrierInterval is { } ends
            ? string.Create(CultureInfo.InvariantCulture, $"{ends[0]:0.0000} to {ends[1]:0.0000}")
            : $"too few stopes for an interval: {whole.Stopes}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{whole.Scored} forecasts of {whole.Stopes} stopes have met their outcome: {whole.Failing} failed within seven days, {whole.MeanProbability * whole.Scored:0.#} were said to. Brier {brier:0.0000} ({interval}). Alarms from {scores.Threshold:0.##}: {scores.Alarms.Hits} hits, {scores.Alarms.Misses} misses, {scores.Alarms.False} false, {scores.Alarms.Open} open."
        );
    }
}
