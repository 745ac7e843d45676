namespace TorchSharp;

/// <summary>The stack of open dispose scopes of this thread.</summary>
internal static class DisposeScopes
{
    [ThreadStatic]
    private static DisposeScope? current;

    public static DisposeScope? Current
    {
        get => current;
        set => current = value;
    }
}
