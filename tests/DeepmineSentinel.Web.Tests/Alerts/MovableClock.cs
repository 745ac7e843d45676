namespace DeepmineSentinel.Web.Tests.Alerts;

/// <summary>A clock that tests move.</summary>
internal sealed class MovableClock(DateTime start) : TimeProvider
{
    public DateTime Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
