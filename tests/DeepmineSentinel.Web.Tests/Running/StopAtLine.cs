namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>The error stream of a command that is stopped, as by Ctrl-C, when a line with some text comes by.</summary>
internal sealed class StopAtLine(string text, CancellationTokenSource stop) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.Contains(text, StringComparison.Ordinal) == true)
        {
            stop.Cancel();
        }
    }
}
