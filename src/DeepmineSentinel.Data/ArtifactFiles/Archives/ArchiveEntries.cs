using System.IO.Compression;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>The entries of an archive by name, once every name, kind and declared size was found harmless.</summary>
internal static class ArchiveEntries
{
    private const string DataFolder = ArtifactFileNames.ExportedData + "/";
    private const long SmallEntry = 1 << 20;
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;
    private const int WindowsLink = 0x400;

    public static IReadOnlyDictionary<string, ZipArchiveEntry> Checked(ZipArchive zip, ArchiveLimits limits)
    {
        Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            CheckKind(entry);
            if (entry.FullName == DataFolder && entry.Length == 0)
            {
                continue;
            }

            CheckName(entry.FullName);
            total += CheckedSize(entry, limits);
            if (total > limits.LargestTotal)
            {
                throw ArchiveProblem.Refused($"it unpacks to more than {limits.LargestTotal} bytes");
            }

            if (!entries.TryAdd(entry.FullName, entry))
            {
                throw ArchiveProblem.Refused($"it has two entries that some disks hold for one, {Name(entry)}");
            }
        }

        return entries;
    }

    private static void CheckKind(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw ArchiveProblem.Refused($"entry {Name(entry)} is encrypted");
        }

        int kind = (entry.ExternalAttributes >> 16) & KindMask;
        bool ordinary = kind is 0 or RegularFile || (kind == Folder && entry.FullName == DataFolder);
        if (!ordinary || (entry.ExternalAttributes & WindowsLink) != 0)
        {
            throw ArchiveProblem.Refused($"entry {Name(entry)} is a link or a device, not a file");
        }
    }

    private static void CheckName(string name)
    {
        bool data = name.StartsWith(DataFolder, StringComparison.Ordinal);
        string file = data ? name[DataFolder.Length..] : name;
        if (!ArtifactName.IsUsable(file) || file.Contains('/', StringComparison.Ordinal))
        {
            throw ArchiveProblem.Refused(
                $"entry '{ArchiveProblem.Printable(name)}' has a name that no file of an exported run has"
            );
        }
    }

    private static long CheckedSize(ZipArchiveEntry entry, ArchiveLimits limits)
    {
        if (entry.Length < 0 || entry.Length > limits.LargestEntry)
        {
            throw ArchiveProblem.Refused($"entry {Name(entry)} unpacks to more than {limits.LargestEntry} bytes");
        }

        bool swollen = entry.Length / limits.HighestRatio > Math.Max(1, entry.CompressedLength);
        return entry.Length > SmallEntry && swollen
            ? throw ArchiveProblem.Refused(
                $"entry {Name(entry)} unpacks to more than {limits.HighestRatio} times its packed size"
            )
            : entry.Length;
    }

    private static string Name(ZipArchiveEntry entry) => $"'{ArchiveProblem.Printable(entry.FullName)}'";
}
