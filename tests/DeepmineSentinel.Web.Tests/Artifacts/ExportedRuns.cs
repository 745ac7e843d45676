using System.IO.Compression;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Testing;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Artifacts;

/// <summary>The two trained runs as exports, and forgeries of them, for folders that never saw them.</summary>
internal sealed class ExportedRuns(TrainedMine mine) : IDisposable
{
    private readonly TempFolder folder = new();

    public string Previous => mine.Previous;

    public string Production => mine.Production;

    /// <summary>Exports a run by the command that a user types.</summary>
    public async Task<string> ExportAsync(string runId, params string[] more)
    {
        using CommandFolder home = new();
        mine.CopyTo(home.Path);
        string path = folder.File($"{runId}.zip");
        CommandResult result = await home.CommandLine.RunAsync([
            "models",
            "export",
            runId,
            "--to",
            path,
            "--force",
            .. more,
        ]);
        Assert.True(result.ExitCode == 0, result.Error);
        return path;
    }

    /// <summary>A run with some of its files changed, its manifest right again: only what reads the files can tell.</summary>
    public async Task<string> ForgeAsync(string runId, Func<string, byte[], byte[]> change)
    {
        using ZipArchive honest = ZipFile.OpenRead(await ExportAsync(runId));
        ArtifactStore store = new(folder.File(Path.GetRandomFileName()), TimeProvider.System);
        using RunFolderWriter writer = store.BeginRun(RunId.Parse(runId));
        foreach (ZipArchiveEntry entry in honest.Entries)
        {
            if (
                entry.FullName
                is ArtifactFileNames.Manifest
                    or ArtifactFileNames.ExportReadme
                    or ArtifactFileNames.Report
            )
            {
                continue;
            }

            using MemoryStream content = new();
            await using Stream stream = await entry.OpenAsync();
            await stream.CopyToAsync(content);
            byte[] bytes = change(entry.FullName, content.ToArray());
            writer.Write(entry.FullName, target => target.Write(bytes));
        }

        string path = folder.File("forged.zip");
        await using FileStream zip = File.Create(path);
        ZipExport.Write(zip, ExportContent.Of(writer.Seal(), [], null), CancellationToken.None);
        return path;
    }

    public void Dispose() => folder.Dispose();
}
