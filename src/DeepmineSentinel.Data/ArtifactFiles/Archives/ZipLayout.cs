using System.Buffers.Binary;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>
/// Whether the entries of a zip lie one behind the other from its first byte to its directory, each as long as it says: no
/// two share bytes, nothing hides between them, and the header before an entry says what the directory says.
/// </summary>
internal static class ZipLayout
{
    private const uint EntryMark = 0x02014b50;
    private const uint HeaderMark = 0x04034b50;
    private const int EntryLength = 46;
    private const int HeaderLength = 30;
    private const int SizesFollow = 1 << 3;

    private sealed record Entry(int Flags, uint Packed, uint Size, uint Offset);

    public static void Require(Stream file, uint directory, uint directoryLength, int count)
    {
        byte[] bytes = new byte[directoryLength];
        file.Position = directory;
        file.ReadExactly(bytes);
        Entry[] entries = [.. Parse(bytes).OrderBy(entry => entry.Offset)];
        Check(entries.Length == count, "its directory has another number of entries than its end says");
        long at = 0;
        for (int i = 0; i < entries.Length; i++)
        {
            Check(entries[i].Offset == at, "its entries do not lie one behind the other");
            at = EndOf(file, entries[i], i + 1 < entries.Length ? entries[i + 1].Offset : directory);
        }

        Check(at == directory, "something lies between its entries and its directory");
    }

    private static List<Entry> Parse(byte[] bytes)
    {
        List<Entry> entries = [];
        int length;
        for (int at = 0; at < bytes.Length; at += length)
        {
            Check(bytes.Length - at >= EntryLength, "its directory is cut off");
            ReadOnlySpan<byte> entry = bytes.AsSpan(at);
            Check(BinaryPrimitives.ReadUInt32LittleEndian(entry) == EntryMark, "its directory is damaged");
            entries.Add(new Entry(Short(entry, 8), Long(entry, 20), Long(entry, 24), Long(entry, 42)));
            length = EntryLength + Short(entry, 28) + Short(entry, 30) + Short(entry, 32);
        }

        return entries;
    }

    private static long EndOf(Stream file, Entry entry, long next)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        Check(entry.Offset + HeaderLength <= next, "an entry overlaps another");
        file.Position = entry.Offset;
        file.ReadExactly(header);
        Check(BinaryPrimitives.ReadUInt32LittleEndian(header) == HeaderMark, "an entry has no header");
        long end = entry.Offset + HeaderLength + Short(header, 26) + Short(header, 28) + (long)entry.Packed;
        if ((entry.Flags & SizesFollow) == 0)
        {
            bool same = Long(header, 18) == entry.Packed && Long(header, 22) == entry.Size;
            Check(same, "the size of an entry is told in two ways");
            return end;
        }

        // A check sum and two sizes, with or without a mark, of 4 or 8 bytes each.
        Check(next - end is 12 or 16 or 20 or 24, "an entry is not as long as the archive says");
        return next;
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static void Check(bool met, string defect)
    {
        if (!met)
        {
            throw ArchiveProblem.Refused(defect);
        }
    }
}
