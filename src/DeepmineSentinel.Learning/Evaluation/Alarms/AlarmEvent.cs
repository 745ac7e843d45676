namespace DeepmineSentinel.Learning.Evaluation.Alarms;

/// <summary>Something that counts for or against alarms.</summary>
/// <param name="At">When the alarm was raised; of a hit or a miss, when the stope failed; UTC.</param>
/// <param name="Kind">What it was.</param>
internal readonly record struct AlarmEvent(DateTime At, AlarmEventKind Kind);
