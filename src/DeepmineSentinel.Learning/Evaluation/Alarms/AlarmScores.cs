namespace DeepmineSentinel.Learning.Evaluation.Alarms;

/// <summary>What a model's alarms are worth at one threshold on its 7-day probability.</summary>
public sealed record AlarmScores
{
    /// <summary>Name of the model.</summary>
    public required string Name { get; init; }

    /// <summary>Probability from which an alarm stands; null: even its highest would raise too many false ones.</summary>
    public required double? Threshold { get; init; }

    /// <summary>Alarms that no failure followed within 30 days.</summary>
    public required int FalseAlarms { get; init; }

    /// <summary>Alarms of which it is not known: the stope was not observed for 30 days.</summary>
    public required int OpenAlarms { get; init; }

    /// <summary>Years of all stopes together on days whose next 30 are known.</summary>
    public required double StopeYears { get; init; }

    /// <summary>False alarms a stope and year.</summary>
    public double FalseAlarmsPerStopeYear => StopeYears > 0 ? FalseAlarms / StopeYears : 0;

    /// <summary>Failures of which the model was asked between 30 days and 24 hours before.</summary>
    public required int Failures { get; init; }

    /// <summary>Of these, warned of 24 hours or more ahead.</summary>
    public required int Warned { get; init; }

    /// <summary>95 % interval of the share warned of, stopes resampled; null: too few failures.</summary>
    public IReadOnlyList<double>? WarnedInterval { get; init; }

    /// <summary>Days from alarm to failure of each failure warned of, rising.</summary>
    public required IReadOnlyList<double> LeadDays { get; init; }

    /// <summary>Median of these; null: no failure was warned of.</summary>
    public double? MedianLeadDays =>
        LeadDays.Count == 0 ? null : (LeadDays[(LeadDays.Count - 1) / 2] + LeadDays[LeadDays.Count / 2]) / 2;

    /// <summary>Failures that the oracle warned of 24 hours or more ahead at the same rate; null: the truth is not known.</summary>
    public int? Foreseeable { get; init; }

    /// <summary>Of these, warned of by this model 24 hours or more ahead.</summary>
    public int? ForeseeableWarned { get; init; }
}
