namespace TorchSharp.Autograd;

/// <summary>Whether operations of this thread are recorded; restores the former mode when disposed.</summary>
internal sealed class GradMode : IDisposable
{
    [ThreadStatic]
    private static bool disabled;

    private readonly bool former;

    public GradMode(bool enabled)
    {
        former = !disabled;
        disabled = !enabled;
    }

    public static bool Enabled
    {
        get => !disabled;
        set => disabled = !value;
    }

    /// <summary>The mode before.</summary>
    public bool Former => former;

    public void Dispose() => disabled = !former;
}
