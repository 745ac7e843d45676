namespace DeepmineSentinel.Data.Tests;

internal sealed class FixedClock(DateTime now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
