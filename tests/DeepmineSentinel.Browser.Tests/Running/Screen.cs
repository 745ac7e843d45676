using Microsoft.Playwright;

namespace DeepmineSentinel.Browser.Tests.Running;

/// <summary>What somebody looks at the site with.</summary>
/// <param name="Width">Width of the window, CSS pixels.</param>
/// <param name="Theme">Light or dark.</param>
/// <param name="Script">Whether scripts run.</param>
/// <param name="Language">What the browser asks for.</param>
internal sealed record Screen(int Width, ColorScheme Theme, bool Script = true, string Language = "en-GB")
{
    public static Screen Desk { get; } = new(1440, ColorScheme.Light);

    public static Screen Pocket { get; } = new(360, ColorScheme.Dark);

    /// <summary>That of journeys which name none: the desk's, or by <c>SENTINEL_SCREEN=pocket</c> the narrow dark one.</summary>
    public static Screen Usual { get; } =
        Environment.GetEnvironmentVariable("SENTINEL_SCREEN") == "pocket" ? Pocket : Desk;

    public override string ToString() => $"{Width} px {Theme}{(Script ? "" : " without script")}";
}
