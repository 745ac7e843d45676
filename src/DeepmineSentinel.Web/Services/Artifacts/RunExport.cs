using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Snapshots;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs.Readme;
using DeepmineSentinel.Learning.Runs.Report;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Gives a run away: verified, byte for byte, with a page that says how to read it.</summary>
public sealed class RunExport(ArtifactStore store, SnapshotStore snapshots)
{
    /// <summary>Makes one zip of a run in a temporary file that goes when the stream is closed.</summary>
    /// <param name="runId">A sealed run.</param>
    /// <param name="withData">Whether the mine's data go along.</param>
    /// <param name="cancellationToken">Stops; nothing is left then.</param>
    /// <returns>The zip from its first byte.</returns>
    /// <exception cref="SentinelException">There is no such run, it is damaged, its data are gone or the disk is full.</exception>
    public FileStream OpenZip(RunId runId, bool withData, CancellationToken cancellationToken)
    {
        ExportContent content = Collect(runId, withData);
        FileStream file = new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        try
        {
            ZipExport.Write(file, content, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch (Exception exception)
        {
            file.Dispose();
            throw exception is IOException
                ? new SentinelException(FailureKind.Unavailable, "export_failed", exception.Message, exception)
                : exception;
        }
    }

    /// <summary>Writes one zip of a run.</summary>
    /// <param name="runId">A sealed run.</param>
    /// <param name="withData">Whether the mine's data go along.</param>
    /// <param name="target">Written to from where it stands; left open.</param>
    /// <param name="cancellationToken">Looked at before every file.</param>
    /// <exception cref="SentinelException">There is no such run, it is damaged or its data are gone.</exception>
    public void WriteZip(RunId runId, bool withData, Stream target, CancellationToken cancellationToken) =>
        ZipExport.Write(target, Collect(runId, withData), cancellationToken);

    /// <summary>Writes a run to a path: one zip where it ends in <c>.zip</c>, else a folder.</summary>
    /// <param name="runId">A sealed run.</param>
    /// <param name="options">Where to, and what goes along.</param>
    /// <param name="cancellationToken">Stops; nothing is left then.</param>
    /// <exception cref="SentinelException">There is no such run, it is damaged, or something may not be replaced.</exception>
    public ExportedRun Export(RunId runId, ExportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ExportContent content = Collect(runId, options.WithData);
        string path = options.Path ?? Path.Combine(store.ExportsFolder, FileNameOf(content.Run));
        RequireOutside(path);
        ExportTarget.Write(path, content, options.Force, cancellationToken);
        return new ExportedRun(runId.Value, path, [.. content.Files.Select(file => file.Name)], options.WithData);
    }

    /// <summary>Name for the zip of a run: site, purpose, network, date.</summary>
    /// <exception cref="SentinelException">There is no such run or it is damaged.</exception>
    public string FileName(RunId runId) => FileNameOf(store.Open(runId));

    private static string FileNameOf(SealedRun run)
    {
        RunHeader header = RunHeader.Read(run.OpenRead);
        if (header.Purpose == ModelPurpose.CaseHistory)
        {
            return $"case-histories_{header.RunId}.zip";
        }

        using Stream stream = run.OpenRead(ArtifactFileNames.Metadata);
        return RunFacts.FileName(ArtifactJson.Read<ModelMetadata>(stream, ArtifactFileNames.Metadata)) + ".zip";
    }

    private ExportContent Collect(RunId runId, bool withData)
    {
        SealedRun run = store.Open(runId);
        MineFiles? data = withData ? snapshots.Require(run.Manifest.DataSnapshot) : null;
        ExportFile readme = new(
            ArtifactFileNames.ExportReadme,
            stream => RunReadme.Write(stream, run.OpenRead, withData)
        );
        return ExportContent.Of(run, run.Has(ArtifactFileNames.Report) ? [readme] : [readme, ReportOf(run)], data);
    }

    // A run that was trained without a report gets one made of its files, beside the manifest.
    private static ExportFile ReportOf(SealedRun run) =>
        new(
            ArtifactFileNames.Report,
            stream => ReportFile.Write(stream, run.OpenRead, run.Has(ArtifactFileNames.Details))
        );

    // What lies in models/ belongs to the product; only its own place for exports is open to them.
    private void RequireOutside(string path)
    {
        string relative = Path.GetRelativePath(store.ModelsFolder, path);
        bool inside = !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
        if (inside && !path.StartsWith(store.ExportsFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "export_into_models",
                $"{store.ModelsFolder} holds the product's own runs; export to another folder."
            );
        }
    }
}
