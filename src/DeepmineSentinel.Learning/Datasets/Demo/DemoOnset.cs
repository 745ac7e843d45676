namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>One acceleration.</summary>
/// <param name="Day">Begin, days since the start.</param>
/// <param name="CourseDays">Days from begin to the failure that it heads for.</param>
/// <param name="StopDay">Day on which it stops by itself; null: it does not.</param>
public sealed record DemoOnset(double Day, double CourseDays, double? StopDay);
