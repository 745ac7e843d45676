using System.Runtime.CompilerServices;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>How sites of this process notice that a file changed.</summary>
internal static class FileWatching
{
    // Linux gives a user some 128 watchers, a site keeps its own until the process ends, and tests start more sites than that.
    [ModuleInitializer]
    internal static void Poll() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
}
