namespace DeepmineSentinel.Web.Tests.Artifacts;

/// <summary>A clock whose waits are over at once, and which may be ahead.</summary>
internal sealed class HurriedClock(TimeSpan ahead = default) : TimeProvider
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > Soon ? Soon : dueTime, period);
}
