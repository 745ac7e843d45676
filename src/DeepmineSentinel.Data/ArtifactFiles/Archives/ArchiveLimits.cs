namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>What a zip file from elsewhere may ask for, checked before anything of it is unpacked.</summary>
public sealed record ArchiveLimits
{
    /// <summary>Limits of the product.</summary>
    public static ArchiveLimits Default { get; } = new();

    /// <summary>Most entries; a run has about a dozen files.</summary>
    public int MostEntries { get; init; } = 64;

    /// <summary>Largest entry, bytes unpacked.</summary>
    public long LargestEntry { get; init; } = 1L << 30;

    /// <summary>Most bytes of all entries, unpacked.</summary>
    public long LargestTotal { get; init; } = 2L << 30;

    /// <summary>Most bytes unpacked for each byte packed; deflate itself reaches about 1,000, text of a run about 20.</summary>
    public int HighestRatio { get; init; } = 200;
}
