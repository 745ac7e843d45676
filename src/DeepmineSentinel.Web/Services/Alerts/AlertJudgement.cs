using System.Globalization;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>Turns what is stored of a stope into evidence, by the settings. What is stale, failed or unanswered says nothing.</summary>
public sealed class AlertJudgement(IOptions<AlertsOptions> alerts, IOptions<PredictionsOptions> predictions)
{
    private readonly ReadingThresholds thresholds = alerts.Value.ToThresholds();
    private readonly AlertTable table = alerts.Value.ToTable();
    private readonly RiskThresholds cuts = predictions.Value.ToThresholds();

    public TimeSpan StaleAfter => predictions.Value.StaleAfter;

    public TimeSpan LongestWindow => thresholds.LongestWindow;

    internal bool NeedsReadings(StopeSituation stope, DateTime now) =>
        stope is { IsArchived: false, HasFailed: false, Newest: not null }
        && !IsStale(stope.Newest, now)
        && thresholds.For(stope.Mine, stope.Name).Count > 0;

    internal IReadOnlyList<AlertEvidence> Of(
        StopeSituation stope,
        ChannelSpan? span,
        IReadOnlyList<Reading> readings,
        DateTime now
    )
    {
        if (stope.IsArchived || stope.HasFailed)
        {
            return [];
        }

        List<AlertEvidence> evidence = [Forecast(stope, now), .. thresholds.Evidence(stope.Mine, stope.Name, readings)];
        if (stope.Newest is { } newest)
        {
            evidence.Add(Stale(newest, now));
            evidence.AddRange(Missing(span, newest, now));
        }

        return evidence;
    }

    private AlertEvidence Forecast(StopeSituation stope, DateTime now)
    {
        bool unanswered = stope.Level is null or RiskLevel.Unknown or RiskLevel.Stale;
        if (unanswered || IsStale(stope.PredictedAsOf, now))
        {
            return AlertEvidence.None(AlertCause.Forecast);
        }

        RiskLevel level = stope.Level!.Value;
        double? probability = stope.SevenDayProbability ?? stope.NotStableProbability;
        RiskLevel held = probability is { } share
            ? cuts.LevelOf(Math.Min(1, share / (1 - alerts.Value.Hysteresis)))
            : level;
        AlertLevel given = table.Of(level);
        AlertLevel holds = table.Of(held);
        return new AlertEvidence(
            AlertCause.Forecast,
            given,
            holds > given ? holds : given,
            Language.InEnglish(() => Sentence(stope, level)),
            stope.PredictedAsOf
        );
    }

    private AlertEvidence Stale(DateTime newest, DateTime now)
    {
        bool stale = IsStale(newest, now);
        string age = Length(now - newest);
        string allowed = Length(StaleAfter);
        return Grey(
            AlertCause.StaleData,
            stale,
            stale
                ? $"The newest reading is older than the {allowed} allowed."
                : $"The newest reading is {age} old; {allowed} are allowed.",
            newest
        );
    }

    private IEnumerable<AlertEvidence> Missing(ChannelSpan? span, DateTime newest, DateTime now)
    {
        for (int i = 0; span is not null && i < ReadingQuantities.All.Count; i++)
        {
            QuantityRange channel = ReadingQuantities.All[i];
            AlertCause cause = AlertCause.MissingSensor(channel.Name);
            if (span.Newest[i] is not { } heard || IsStale(newest, now))
            {
                yield return AlertEvidence.None(cause);
                continue;
            }

            bool silent = newest - heard > alerts.Value.MissingAfter;
            yield return Grey(
                cause,
                silent,
                Language.InEnglish(() =>
                    silent
                        ? $"{channel.Label} has been silent since {Clock.Local(heard, "UTC")} UTC, while other channels go on."
                        : $"{channel.Label} is heard."
                ),
                newest
            );
        }
    }

    private static AlertEvidence Grey(AlertCause cause, bool holds, string reason, DateTime asOf)
    {
        AlertLevel level = holds ? AlertLevel.NoData : AlertLevel.Normal;
        return new AlertEvidence(cause, level, level, reason, asOf);
    }

    private bool IsStale(DateTime? asOf, DateTime now) => asOf is { } at && now - at > StaleAfter;

    private static string Sentence(StopeSituation stope, RiskLevel level)
    {
        string word = Words.Of(level).ToLower(CultureInfo.InvariantCulture);
        if (stope.Mode == PredictionMode.Fallback)
        {
            return $"Prediction {word} by the physics rule: no model answers.";
        }

        string said = stope.SevenDayProbability is { } seven
            ? $"{Numbers.Percent(seven)} to fail within 7 days"
            : $"{Numbers.Percent(stope.NotStableProbability)} not to be stable";
        return $"Prediction {word}: {said} (run {stope.RunId}).";
    }

    private static string Length(TimeSpan time) =>
        time.TotalDays >= 2
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0.#} days")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.#} hours");
}
