using System.IO.Compression;

namespace DeepmineSentinel.Data.Tests.ArtifactFiles.Archives;

/// <summary>One entry of a zip made by hand.</summary>
internal sealed record TestEntry(string Name, byte[] Content)
{
    public int Attributes { get; init; }

    public CompressionLevel Level { get; init; } = CompressionLevel.Optimal;
}
