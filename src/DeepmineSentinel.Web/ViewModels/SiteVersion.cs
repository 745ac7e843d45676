using System.Reflection;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>The version printed in the footer.</summary>
public static class SiteVersion
{
    public static string Text { get; } =
        typeof(SiteVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "1.0.0";
}
