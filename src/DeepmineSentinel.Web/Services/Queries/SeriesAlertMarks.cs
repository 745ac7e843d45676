using System.Globalization;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Moves of a stope's alerts, to be drawn over its series: raised, raised further, lowered, resolved.</summary>
public sealed class SeriesAlertMarks(SentinelDbContext database)
{
    private static readonly AlertChangeKind[] Drawn =
    [
        AlertChangeKind.Raised,
        AlertChangeKind.LevelRaised,
        AlertChangeKind.LevelLowered,
        AlertChangeKind.Resolved,
    ];

    /// <summary>The newest marks inside [from, to).</summary>
    public async Task<IEnumerable<SeriesMark>> ReadAsync(
        int stopeId,
        (DateTime From, DateTime To) range,
        string zone,
        CancellationToken cancellationToken
    )
    {
        var moves = await database
            .AlertChanges.Where(change => change.At >= range.From && change.At < range.To)
            .Where(change => Drawn.Contains(change.Kind))
            .Join(
                database.Alerts.Where(alert => alert.StopeId == stopeId),
                change => change.AlertId,
                alert => alert.Id,
                (change, alert) =>
                    new
                    {
                        change.AlertId,
                        change.At,
                        change.Kind,
                        change.Level,
                        alert.CauseKind,
                        alert.Channel,
                    }
            )
            .OrderByDescending(move => move.At)
            .Take(SeriesMarks.Most)
            .ToListAsync(cancellationToken);
        return moves.Select(move =>
        {
            string cause = AlertWords.Of(new AlertCause(move.CauseKind, move.Channel));
            string text = $"{Words.Of(move.Level)}, {Verb(move.Kind)}: {cause}, {Clock.Local(move.At, zone)}";
            return new SeriesMark(
                SeriesSteps.Seconds(move.At),
                $"alert_{Words.Key(move.Kind)}",
                text,
                Words.Key(move.Level)
            )
            {
                Link = string.Create(CultureInfo.InvariantCulture, $"/alerts/{move.AlertId}"),
            };
        });
    }

    private static string Verb(AlertChangeKind kind) =>
        kind switch
        {
            AlertChangeKind.Raised => Texts.Of("alert raised"),
            AlertChangeKind.LevelRaised => Texts.Of("alert rose"),
            AlertChangeKind.LevelLowered => Texts.Of("alert fell"),
            _ => Texts.Of("alert resolved"),
        };
}
