using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace DeepmineSentinel.Data.Database;

/// <summary>
/// Hands the older SQLitePCLRaw of the default build to the newer provider that asks for it (eng/RegistrySubset.props).
/// Not compiled with FullRegistry=true.
/// </summary>
internal static class PartialRegistrySqlite
{
    private const string Family = "SQLitePCLRaw.";

#pragma warning disable CA2255 // Must run before the provider's first use, wherever this library is loaded from.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name is { } simple && simple.StartsWith(Family, StringComparison.Ordinal)
                ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, simple + ".dll"))
                : null;
}
