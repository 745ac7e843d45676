using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Evaluation.Alarms;

/// <summary>One stope's 7-day probabilities in order of time, and when it failed.</summary>
internal sealed class AlarmTrack
{
    /// <summary>Days without a failure that make an alarm false.</summary>
    public const double FalseAfterDays = 30;

    private const double ClearDays = 3;
    private const double AheadDays = 1;
    private static readonly int Level = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);
    private static readonly int Last = Horizons.Days.Count - 1;
    private readonly (DateTime At, double Said, bool? Fails)[] days;
    private readonly DateTime? failure;

    private AlarmTrack((DateTime, double, bool?)[] days, DateTime? failure)
    {
        this.days = days;
        this.failure = failure;
        CanBeWarned = failure is { } moment && this.days.Any(day => IsAhead((moment - day.At).TotalDays));
    }

    /// <summary>Days whose next 30 are known.</summary>
    public int KnownDays => days.Count(day => day.Fails is not null);

    /// <summary>Whether the stope failed and the model was asked in time to warn.</summary>
    public bool CanBeWarned { get; }

    /// <summary>All probabilities.</summary>
    public IEnumerable<double> Said => days.Select(day => day.Said);

    /// <summary>The track of a stope; empty where the model does not answer.</summary>
    public static AlarmTrack Of(IEnumerable<(Sample Sample, double[]? Forecast)> rows, DateTime? failure) =>
        new(
            [
                .. rows.Where(row => row is { Forecast: not null, Sample.AsOf: not null })
                    .Select(row =>
                        (
                            At: row.Sample.AsOf!.Value,
                            Said: row.Forecast![Level],
                            Fails: row.Sample.Hazard.FailsWithin(Last)
                        )
                    )
                    .OrderBy(day => day.At),
            ],
            failure
        );

    /// <summary>Alarms that are false, and those of which it is not known.</summary>
    public (int False, int Open) Count(double threshold)
    {
        int wrong = 0;
        int open = 0;
        foreach (int day in Starts(threshold))
        {
            wrong += days[day].Fails == false ? 1 : 0;
            open += days[day].Fails is null ? 1 : 0;
        }

        return (wrong, open);
    }

    /// <summary>Days from the last alarm that was raised in time to the failure; null: there was none.</summary>
    public double? Lead(double threshold)
    {
        double? lead = null;
        foreach (int day in Starts(threshold))
        {
            double ahead = failure is { } moment ? (moment - days[day].At).TotalDays : 0;
            lead = IsAhead(ahead) ? ahead : lead;
        }

        return lead;
    }

    /// <summary>What counts for or against the alarms: false and open ones, and the failure as a hit or a miss.</summary>
    public IEnumerable<AlarmEvent> Events(double threshold)
    {
        foreach (int day in Starts(threshold))
        {
            if (days[day].Fails is not true)
            {
                yield return new AlarmEvent(
                    days[day].At,
                    days[day].Fails is null ? AlarmEventKind.Open : AlarmEventKind.False
                );
            }
        }

        if (CanBeWarned)
        {
            yield return new AlarmEvent(
                failure!.Value,
                Lead(threshold) is null ? AlarmEventKind.Miss : AlarmEventKind.Hit
            );
        }
    }

    private static bool IsAhead(double ahead) => ahead is >= AheadDays and <= FalseAfterDays;

    // An alarm is one crossing of the threshold, until three days below it.
    private IEnumerable<int> Starts(double threshold)
    {
        DateTime? above = null;
        for (int day = 0; day < days.Length; day++)
        {
            if (days[day].Said < threshold)
            {
                continue;
            }

            if (above is not { } last || (days[day].At - last).TotalDays > ClearDays)
            {
                yield return day;
            }

            above = days[day].At;
        }
    }
}
