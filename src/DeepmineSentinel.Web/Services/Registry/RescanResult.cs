namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>What a rescan of the folders found.</summary>
/// <param name="Added">Runs that became candidates.</param>
/// <param name="LeftOut">Runs that are not whole, with the reason.</param>
/// <param name="Mended">What was done to the pointers of production and previous, a sentence each.</param>
public sealed record RescanResult(
    IReadOnlyList<string> Added,
    IReadOnlyList<RunVerdict> LeftOut,
    IReadOnlyList<string> Mended
);
