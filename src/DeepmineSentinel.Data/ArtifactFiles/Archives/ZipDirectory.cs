using System.Buffers.Binary;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>
/// The last 22 bytes of a zip file, looked at before the library reads the directory of entries: the directory must end right
/// there and be short, so that a file of a few megabytes cannot make the library build millions of entries.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const uint EndMark = 0x06054b50;
    private const int LongestDirectory = 1 << 20;

    public static void Require(Stream file, int mostEntries)
    {
        Span<byte> end = stackalloc byte[EndLength];
        if (file.Length < EndLength)
        {
            throw ArchiveProblem.Refused("it is no zip file");
        }

        file.Position = file.Length - EndLength;
        file.ReadExactly(end);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndMark)
        {
            throw ArchiveProblem.Refused("it is no zip file, is cut off, or has a comment at its end");
        }

        ushort disk = BinaryPrimitives.ReadUInt16LittleEndian(end[4..]);
        ushort entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (disk != 0 || (long)offset + size != file.Length - EndLength)
        {
            throw ArchiveProblem.Refused("its directory is not where its end says");
        }

        if (entries > mostEntries || size > LongestDirectory)
        {
            throw ArchiveProblem.Refused($"it has more than {mostEntries} entries");
        }

        ZipLayout.Require(file, offset, size, entries);
        file.Position = 0;
    }
}
