namespace DeepmineSentinel.Learning.Evaluation.Alarms;

/// <summary>What became of an alarm, or of a failure.</summary>
internal enum AlarmEventKind
{
    /// <summary>A failure that was warned of in time.</summary>
    Hit,

    /// <summary>A failure that could have been warned of and was not.</summary>
    Miss,

    /// <summary>An alarm that no failure followed.</summary>
    False,

    /// <summary>An alarm whose next 30 days are not known.</summary>
    Open,
}
