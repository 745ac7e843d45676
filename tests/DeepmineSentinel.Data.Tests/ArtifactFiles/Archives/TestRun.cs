using System.IO.Compression;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Data.Tests.ArtifactFiles.Archives;

/// <summary>A store with one sealed run of small files, and zips made of it by hand.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly TempFolder folder = new();

    public TestRun()
    {
        Store = new ArtifactStore(folder.File("models"), new FixedClock(SqliteSite.Now));
        using RunFolderWriter writer = Store.BeginRun(RunId.Create(SqliteSite.Now, 1));
        writer.Write("model.safetensors", stream => stream.Write(Weights));
        writer.Write("metrics.json", stream => stream.Write("{}"u8));
        writer.AppendLog("training_log.csv", "epoch,loss");
        Run = writer.Seal();
    }

    public static byte[] Weights { get; } = [.. Enumerable.Range(0, 3_000).Select(i => (byte)(i * 7))];

    public ArtifactStore Store { get; }

    public SealedRun Run { get; }

    public string Root => folder.Path;

    public string Zip => folder.File("run.zip");

    /// <summary>The entries of an honest archive.</summary>
    public List<TestEntry> Entries() =>
        [
            .. Directory
                .GetFiles(Run.Folder)
                .Select(path => new TestEntry(Path.GetFileName(path), File.ReadAllBytes(path))),
        ];

    /// <summary>Writes a zip of these entries.</summary>
    public string Write(IEnumerable<TestEntry> entries)
    {
        using ZipArchive zip = new(File.Create(Zip), ZipArchiveMode.Create);
        foreach (TestEntry item in entries)
        {
            ZipArchiveEntry entry = zip.CreateEntry(item.Name, item.Level);
            entry.ExternalAttributes = item.Attributes;
            using Stream stream = entry.Open();
            stream.Write(item.Content);
        }

        return Zip;
    }

    /// <summary>Exports the run as the product does.</summary>
    public string Export()
    {
        using FileStream stream = File.Create(Zip);
        ZipExport.Write(stream, ExportContent.Of(Run, [], null), CancellationToken.None);
        return Zip;
    }

    /// <summary>The run's manifest with a change, its hash right.</summary>
    public TestEntry Manifest(Func<RunManifest, RunManifest> change) =>
        new(ArtifactFileNames.Manifest, System.Text.Encoding.UTF8.GetBytes(ManifestText.Write(change(Run.Manifest))));

    public void Dispose() => folder.Dispose();
}
