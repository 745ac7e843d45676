namespace DeepmineSentinel.Learning.Tests.Runs;

/// <summary>A clock that moves on by a fixed time whenever it is read, and does something at one of the readings.</summary>
internal sealed class ManualClock(TimeSpan step, int actAt = 0, Action? act = null) : TimeProvider
{
    private int readings;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        readings++;
        if (readings == actAt)
        {
            act!();
        }

        return readings * step.Ticks;
    }
}
