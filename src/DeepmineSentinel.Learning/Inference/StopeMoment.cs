using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>A stope as of a moment.</summary>
internal sealed record StopeMoment
{
    private const int WeekDays = 7;

    public required StopeHistory Stope { get; init; }

    /// <summary>The moment the answer is about, UTC; null: no readings and none asked for.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>Newest reading up to that moment, UTC; null: none.</summary>
    public required DateTime? NewestReading { get; init; }

    /// <summary>A week earlier, where the stope had readings by then; else null.</summary>
    public DateTime? WeekBefore =>
        AsOf?.AddDays(-WeekDays) is { } week && Stope.Readings.Count > 0 && Stope.Readings[0].Timestamp <= week
            ? week
            : null;

    /// <summary>Whether the moment was asked for; else it is the newest reading's, and the present is meant.</summary>
    public required bool WasAsked { get; init; }

    /// <summary>
    /// First failure on record, UTC; null: none. Of a moment asked for only what had happened by then counts; a stope asked
    /// about now has failed even where its last reading is from before.
    /// </summary>
    public DateTime? FailedAt =>
        StopeTimeline.Of(Stope).Failure is { } failure && (!WasAsked || failure <= AsOf) ? failure : null;

    public static StopeMoment Of(StopeHistory stope, DateTime? asked)
    {
        DateTime? newest = null;
        for (int i = stope.Readings.Count - 1; i >= 0 && newest is null; i--)
        {
            newest = asked is null || stope.Readings[i].Timestamp <= asked ? stope.Readings[i].Timestamp : null;
        }

        return new StopeMoment
        {
            Stope = stope,
            AsOf = asked ?? newest,
            NewestReading = newest,
            WasAsked = asked is not null,
        };
    }

    /// <summary>Whether the moment, or the newest reading by then, is older than allowed.</summary>
    public bool IsStale(PredictionOptions options) =>
        options.ComputedAt - AsOf > options.StaleAfter || AsOf - NewestReading > options.StaleAfter;
}
