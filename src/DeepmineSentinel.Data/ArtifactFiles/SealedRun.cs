using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>A run whose every file was found as the manifest says.</summary>
public sealed class SealedRun
{
    internal SealedRun(RunId id, string folder, RunManifest manifest)
    {
        Id = id;
        Folder = folder;
        Manifest = manifest;
    }

    /// <summary>The run.</summary>
    public RunId Id { get; }

    /// <summary>Its folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>Its files.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Whether the run has a file.</summary>
    public bool Has(string name) => Manifest.Files.Any(file => file.Name == name);

    /// <summary>Opens a file of the manifest.</summary>
    /// <exception cref="SentinelException">The manifest has no such file, or it went away.</exception>
    public Stream OpenRead(string name)
    {
        if (!Has(name))
        {
            throw new SentinelException(
                FailureKind.NotFound,
                "artifact_file_not_found",
                $"Run {Id} has no file of that name."
            );
        }

        try
        {
            return new FileStream(Path.Combine(Folder, name), FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (IOException exception)
        {
            throw ArtifactStore.Damaged(Id, name, "cannot be opened", exception);
        }
    }
}
