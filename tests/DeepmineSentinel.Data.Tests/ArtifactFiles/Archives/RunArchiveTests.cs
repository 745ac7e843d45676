using System.Buffers.Binary;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;

namespace DeepmineSentinel.Data.Tests.ArtifactFiles.Archives;

public sealed class RunArchiveTests : IDisposable
{
    private const int Link = unchecked((int)(0xA1FFu << 16));
    private readonly TestRun test = new();

    [Fact]
    public void What_was_exported_is_unpacked_to_the_byte_and_proved_before_it_has_its_name()
    {
        using RunArchive archive = RunArchive.Open(test.Export());
        Dictionary<string, byte[]> before = Bytes(test.Run.Folder);
        Assert.True(archive.IsSame(test.Run));
        test.Store.Delete(test.Run.Id);

        SealedRun back = test.Store.Unpack(archive, run => Assert.NotEqual(test.Run.Folder, run.Folder));

        Assert.Equal(before, Bytes(back.Folder));
        Assert.Equal(test.Run.Folder, back.Folder);
    }

    [Fact]
    public void A_run_that_does_not_answer_is_not_unpacked_and_leaves_nothing()
    {
        using RunArchive archive = RunArchive.Open(test.Export());
        test.Store.Delete(test.Run.Id);

        Assert.Throws<SentinelException>(() =>
            test.Store.Unpack(
                archive,
                _ => throw new SentinelException(FailureKind.Damaged, "probe_failed", "It answers otherwise.")
            )
        );

        Assert.Empty(Directory.GetFileSystemEntries(test.Store.ModelsFolder));
    }

    [Fact]
    public void A_run_that_is_here_is_not_unpacked_over()
    {
        using RunArchive archive = RunArchive.Open(test.Export());
        Assert.Equal("run_exists", Assert.Throws<SentinelException>(() => test.Store.Unpack(archive, _ => { })).Code);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("..")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x")]
    [InlineData("C:\\x")]
    [InlineData("..\\x")]
    [InlineData("checkpoints/a")]
    [InlineData("data/../x")]
    [InlineData("data/a/b")]
    [InlineData("sub/")]
    [InlineData(".hidden")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("extra.json")]
    public void An_entry_that_no_export_has_is_refused(string name) =>
        Refused([.. test.Entries(), new TestEntry(name, [1])]);

    [Fact]
    public void A_long_name_a_link_and_a_device_are_refused()
    {
        Refused([.. test.Entries(), new TestEntry(new string('a', 10_000), [1])]);
        Refused([.. Without("metrics.json"), new TestEntry("metrics.json", "{}"u8.ToArray()) { Attributes = Link }]);
        Refused([.. test.Entries(), new TestEntry("README.md", "/etc/passwd"u8.ToArray()) { Attributes = Link }]);
        Refused([.. test.Entries(), new TestEntry("README.md", [1]) { Attributes = 0x2000 << 16 }]);
    }

    [Fact]
    public void The_same_name_twice_and_names_that_differ_in_case_alone_are_refused()
    {
        Refused([.. test.Entries(), new TestEntry("metrics.json", "{}"u8.ToArray())]);
        Refused([.. test.Entries(), new TestEntry("Metrics.json", "{}"u8.ToArray())]);
    }

    [Fact]
    public void A_missing_a_changed_and_a_renamed_file_are_refused_by_name()
    {
        Assert.Contains("metrics.json is missing", Refused(Without("metrics.json")), StringComparison.Ordinal);
        Assert.Contains(
            "metrics.json does not match its hash",
            Refused([.. Without("metrics.json"), new TestEntry("metrics.json", "[]"u8.ToArray())]),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "metrics.json has 3 bytes instead of 2",
            Refused([.. Without("metrics.json"), new TestEntry("metrics.json", "{ }"u8.ToArray())]),
            StringComparison.Ordinal
        );
        Refused([.. Without("metrics.json"), new TestEntry("METRICS.json", "{}"u8.ToArray())]);
        Refused(Without(ArtifactFileNames.Manifest));
        Refused([]);
    }

    [Fact]
    public void A_manifest_of_another_version_or_that_leads_elsewhere_is_refused()
    {
        Assert.Contains(
            "newer version",
            Refused([.. Without("manifest.json"), test.Manifest(manifest => manifest with { OldestReader = 99 })]),
            StringComparison.Ordinal
        );
        Refused([.. Without("manifest.json"), test.Manifest(manifest => manifest with { RunId = "../../x" })]);
        Refused([.. Without("manifest.json"), test.Manifest(manifest => manifest with { DataSnapshot = "../x" })]);
        ManifestEntry outside = new("../x", 1, new string('a', 64));
        Refused([
            .. Without("manifest.json"),
            test.Manifest(manifest => manifest with { Files = [.. manifest.Files, outside] }),
        ]);
        Refused([.. Without("manifest.json"), new TestEntry("manifest.json", new byte[2 << 20])]);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        TestEntry zeros = new("README.md", new byte[64 << 20]);
        Assert.Contains("times its packed size", Refused([.. test.Entries(), zeros]), StringComparison.Ordinal);

        test.Export();
        AssertRefused(new ArchiveLimits { LargestEntry = 2_999 });
        AssertRefused(new ArchiveLimits { LargestTotal = 3_100 });
        AssertRefused(new ArchiveLimits { MostEntries = 3 });
        using RunArchive allowed = RunArchive.Open(
            test.Zip,
            new ArchiveLimits { LargestEntry = 3_000, MostEntries = 4 }
        );
        Assert.Equal(test.Run.Id, allowed.Id);
    }

    [Fact]
    public void A_directory_of_a_million_entries_is_refused_by_its_length()
    {
        byte[] bytes = [.. File.ReadAllBytes(test.Export())];
        byte[] end = bytes[^22..];
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), 2 << 20);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)bytes.Length - 22);
        File.WriteAllBytes(test.Zip, [.. bytes[..^22], .. new byte[2 << 20], .. end]);
        AssertRefused();
    }

    [Fact]
    public void An_entry_that_is_longer_or_shorter_than_the_directory_says_is_refused()
    {
        foreach (int difference in new[] { -1, 1, 1_000, int.MaxValue })
        {
            foreach (int field in new[] { 20, 24 })
            {
                byte[] bytes = File.ReadAllBytes(test.Export());
                int header = FindHeader(bytes, "model.safetensors");
                Span<byte> size = bytes.AsSpan(header + field);
                uint value = BinaryPrimitives.ReadUInt32LittleEndian(size);
                BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(value + difference));
                File.WriteAllBytes(test.Zip, bytes);
                AssertRefused();
            }
        }
    }

    [Fact]
    public void Entries_that_share_bytes_and_bytes_that_no_entry_owns_are_refused()
    {
        byte[] bytes = File.ReadAllBytes(test.Export());
        byte[] shared = [.. bytes];
        int first = FindHeader(bytes, "metrics.json");
        int second = FindHeader(bytes, "model.safetensors");
        bytes.AsSpan(first + 42, 4).CopyTo(shared.AsSpan(second + 42));
        File.WriteAllBytes(test.Zip, shared);
        AssertRefused();

        byte[] header = [.. bytes];
        header[22]++;
        File.WriteAllBytes(test.Zip, header);
        Assert.Contains("told in two ways", AssertRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_written_to_a_stream_that_cannot_go_back_opens_too()
    {
        using (FileStream file = File.Create(test.Zip))
        using (ForwardStream target = new(file))
        {
            ZipExport.Write(target, ExportContent.Of(test.Run, [], null), CancellationToken.None);
        }

        using RunArchive archive = RunArchive.Open(test.Zip);
        Assert.True(archive.IsSame(test.Run));
    }

    [Fact]
    public void An_encrypted_archive_is_refused_by_that_name()
    {
        byte[] bytes = File.ReadAllBytes(test.Export());
        bytes[FindHeader(bytes, "metrics.json") + 8] |= 1;
        File.WriteAllBytes(test.Zip, bytes);
        Assert.Contains("is encrypted", AssertRefused(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_way_of_packing_is_refused()
    {
        byte[] bytes = File.ReadAllBytes(test.Export());
        bytes[FindHeader(bytes, "metrics.json") + 10] = 99;
        File.WriteAllBytes(test.Zip, bytes);
        AssertRefused();
    }

    [Fact]
    public void What_is_no_zip_or_is_cut_off_anywhere_is_refused()
    {
        byte[] bytes = File.ReadAllBytes(test.Export());
        for (int length = 0; length < bytes.Length; length += 13)
        {
            File.WriteAllBytes(test.Zip, bytes[..length]);
            AssertRefused();
        }

        File.WriteAllBytes(test.Zip, [.. bytes, 0]);
        AssertRefused();
        File.WriteAllBytes(test.Zip, [0, .. bytes]);
        AssertRefused();
        File.WriteAllBytes(test.Zip, Encoding.ASCII.GetBytes(new string('x', 5_000)));
        AssertRefused();
    }

    [Fact]
    public void Flipped_bits_are_refused_or_change_nothing_of_the_run()
    {
        byte[] bytes = File.ReadAllBytes(test.Export());
        int refused = 0;
        for (int at = 0; at < bytes.Length; at++)
        {
            byte[] flipped = [.. bytes];
            flipped[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(test.Zip, flipped);
            try
            {
                using RunArchive archive = RunArchive.Open(test.Zip);
                Assert.True(archive.IsSame(test.Run));
            }
            catch (SentinelException exception)
            {
                Assert.Equal("invalid_archive", exception.Code);
                refused++;
            }
        }

        // Only dates, flags and names that nobody reads of local headers may change unseen.
        Assert.True(refused > bytes.Length / 2, $"{refused} of {bytes.Length}");
    }

    [Fact]
    public void Compressing_and_restoring_gives_the_run_back_to_the_byte()
    {
        CompressedRuns compressed = new(test.Store);
        Dictionary<string, byte[]> before = Bytes(test.Run.Folder);
        compressed.Pack(test.Run.Id, CancellationToken.None);
        test.Store.Delete(test.Run.Id);
        Assert.Equal([test.Run.Id], compressed.List());
        using (RunArchive archive = compressed.Open(test.Run.Id))
        {
            Assert.True(archive.Has("metrics.json"));
        }

        compressed.Restore(test.Run.Id, _ => { });
        Assert.Equal(before, Bytes(test.Run.Folder));
        Assert.False(compressed.Has(test.Run.Id));
    }

    [Fact]
    public void A_damaged_compressed_run_is_refused_by_its_name_and_stays()
    {
        CompressedRuns compressed = new(test.Store);
        compressed.Pack(test.Run.Id, CancellationToken.None);
        test.Store.Delete(test.Run.Id);
        byte[] bytes = File.ReadAllBytes(compressed.PathOf(test.Run.Id));
        bytes[100] ^= 4;
        File.WriteAllBytes(compressed.PathOf(test.Run.Id), bytes);

        SentinelException damaged = Assert.Throws<SentinelException>(() => compressed.Restore(test.Run.Id, _ => { }));

        Assert.Equal("artifact_damaged", damaged.Code);
        Assert.True(compressed.Has(test.Run.Id));
        Assert.False(Directory.Exists(test.Run.Folder));
    }

    public void Dispose() => test.Dispose();

    private static Dictionary<string, byte[]> Bytes(string folder) =>
        Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);

    private IEnumerable<TestEntry> Without(string name) => test.Entries().Where(entry => entry.Name != name);

    private string Refused(IEnumerable<TestEntry> entries)
    {
        test.Write(entries);
        return AssertRefused();
    }

    private string AssertRefused(ArchiveLimits? limits = null)
    {
        string[] before = Directory.GetFileSystemEntries(test.Root, "*", SearchOption.AllDirectories);
        SentinelException refused = Assert.Throws<SentinelException>(() => RunArchive.Open(test.Zip, limits));
        Assert.Equal("invalid_archive", refused.Code);
        Assert.Equal(FailureKind.InvalidInput, refused.Kind);
        Assert.Equal(before, Directory.GetFileSystemEntries(test.Root, "*", SearchOption.AllDirectories));
        return refused.Message;
    }

    // Offset of an entry's header in the directory at the end: 46 bytes, then its name.
    private static int FindHeader(byte[] zip, string name)
    {
        byte[] wanted = Encoding.ASCII.GetBytes(name);
        for (int at = zip.Length - wanted.Length; at >= 46; at--)
        {
            bool header = BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at - 46)) == 0x02014b50;
            if (header && zip.AsSpan(at, wanted.Length).SequenceEqual(wanted))
            {
                return at - 46;
            }
        }

        throw new InvalidOperationException("There is no such entry.");
    }
}
