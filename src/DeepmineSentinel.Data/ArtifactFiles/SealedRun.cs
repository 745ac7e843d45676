using System.Security.Cryptography;
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

        return Open(name);
    }

    /// <summary>Opens the manifest itself.</summary>
    /// <exception cref="SentinelException">It went away.</exception>
    public Stream OpenManifest() => Open(ArtifactFileNames.Manifest);

    /// <summary>Copies a file of the manifest and makes sure that what was copied is what the manifest says.</summary>
    /// <exception cref="SentinelException">The manifest has no such file, or it changed since the run was opened.</exception>
    public void Copy(string name, Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        ManifestEntry? file = Manifest.Files.FirstOrDefault(file => file.Name == name);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using Stream source = OpenRead(name);
        byte[] buffer = new byte[1 << 16];
        for (int count; (count = source.Read(buffer)) > 0; )
        {
            hash.AppendData(buffer, 0, count);
            target.Write(buffer, 0, count);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file!.Sha256)
        {
            throw ArtifactStore.Damaged(Id, name, "does not match its hash");
        }
    }

    private FileStream Open(string name)
    {
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
