using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What happened to a stope and what was said of it, to be drawn over its series.</summary>
public sealed class SeriesMarks(SentinelDbContext database, SeriesAlertMarks alerts)
{
    /// <summary>The newest of each kind that are drawn.</summary>
    public const int Most = 1_000;

    /// <summary>Marks inside [from, to) in order of time.</summary>
    public async Task<IReadOnlyList<SeriesMark>> ReadAsync(
        int stopeId,
        TimeRange range,
        string zone,
        CancellationToken cancellationToken
    )
    {
        DateTime from = range.From ?? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);
        DateTime to = range.To ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
        List<OperationalEvent> events = await database
            .Events.AsNoTracking()
            .Where(row => row.StopeId == stopeId && row.Timestamp >= from && row.Timestamp < to)
            .OrderByDescending(row => row.Timestamp)
            .Take(Most)
            .ToListAsync(cancellationToken);
        List<Outcome> outcomes = await database
            .CountedOutcomes()
            .AsNoTracking()
            .Where(row => row.StopeId == stopeId)
            .OrderByDescending(row => row.ObservedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return
        [
            .. events
                .Select(row => Mark(row.Timestamp, Words.Key(row.Type), Describe(row, zone)))
                .Concat(
                    outcomes.Where(row => row.EffectiveAt >= from && row.EffectiveAt < to).Select(row => Of(row, zone))
                )
                .Concat(await AnswersAsync(stopeId, (from, to), zone, cancellationToken))
                .Concat(await alerts.ReadAsync(stopeId, (from, to), zone, cancellationToken))
                .OrderBy(mark => mark.Time),
        ];
    }

    // The same moment is answered again whenever something changed: the last answer stands for it.
    private async Task<IEnumerable<SeriesMark>> AnswersAsync(
        int stopeId,
        (DateTime From, DateTime To) range,
        string zone,
        CancellationToken cancellationToken
    )
    {
        var answers = await database
            .Predictions.Where(row => row.StopeId == stopeId && row.AsOf >= range.From && row.AsOf < range.To)
            .OrderByDescending(row => row.ComputedAt)
            .Take(Most)
            .Select(row => new
            {
                row.AsOf,
                row.Level,
                row.SevenDayProbability,
            })
            .ToListAsync(cancellationToken);
        return answers
            .DistinctBy(answer => answer.AsOf)
            .Select(answer =>
                Mark(
                    answer.AsOf!.Value,
                    "prediction",
                    $"{Texts.Of("said")}: {Words.Of(answer.Level)}{Within(answer.SevenDayProbability)}, {Clock.Local(answer.AsOf.Value, zone)}"
                ) with
                {
                    Level = Words.Key(answer.Level),
                }
            );
    }

    private static string Within(double? sevenDays) =>
        sevenDays is { } share ? $", {Texts.Of("{0} within 7 days", Numbers.Percent(share))}" : "";

    private static SeriesMark Of(Outcome row, string zone) =>
        Mark(
            row.EffectiveAt,
            Words.Key(row.Class),
            $"{Texts.Of("{0} observed", Words.Of(row.Class))}, {Clock.Local(row.EffectiveAt, zone)}"
        );

    private static SeriesMark Mark(DateTime at, string kind, string text) =>
        new(SeriesSteps.Seconds(at), kind, text, null);

    private static string Describe(OperationalEvent row, string zone)
    {
        string charge = row.ChargeKilograms is { } kilograms
            ? string.Create(Language.Shown.Format, $", {kilograms:0.#} kg")
            : "";
        return $"{Words.Of(row.Type)}{charge}, {Clock.Local(row.Timestamp, zone)}";
    }
}
