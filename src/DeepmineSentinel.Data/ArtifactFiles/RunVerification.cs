using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>Compares a run's folder with its manifest, byte for byte.</summary>
internal static class RunVerification
{
    /// <summary>Largest manifest that is read, bytes; one of twenty files has some thousand.</summary>
    public const int LargestManifest = 1024 * 1024;

    /// <exception cref="SentinelException">The folder is no sealed run, or a file is not as it was; the file is named.</exception>
    public static SealedRun Verify(RunId id, string folder)
    {
        RunManifest manifest = ReadManifest(id, folder);
        foreach (ManifestEntry file in manifest.Files)
        {
            Check(id, folder, file);
        }

        return new SealedRun(id, folder, manifest);
    }

    private static RunManifest ReadManifest(RunId id, string folder)
    {
        FileInfo file = new(Path.Combine(folder, ArtifactFileNames.Manifest));
        if (!file.Exists)
        {
            throw ArtifactStore.Damaged(id, ArtifactFileNames.Manifest, "is missing: the run was never finished");
        }

        if (file.Length > LargestManifest)
        {
            throw ArtifactStore.Damaged(id, ArtifactFileNames.Manifest, "is too large");
        }

        // Bytes that are no UTF-8 decode to other text, which the hash then refuses.
        (RunManifest? manifest, string reason) = ManifestText.Read(
            Encoding.UTF8.GetString(File.ReadAllBytes(file.FullName))
        );
        if (manifest is null)
        {
            throw ArtifactStore.Damaged(id, ArtifactFileNames.Manifest, reason);
        }

        return manifest.RunId == id.Value
            ? manifest
            : throw ArtifactStore.Damaged(id, ArtifactFileNames.Manifest, "belongs to another run");
    }

    private static void Check(RunId id, string folder, ManifestEntry file)
    {
        FileInfo info = new(Path.Combine(folder, file.Name));
        if (!info.Exists || info.LinkTarget is not null)
        {
            throw ArtifactStore.Damaged(id, file.Name, "is missing");
        }

        if (info.Length != file.Size)
        {
            throw ArtifactStore.Damaged(id, file.Name, $"has {info.Length} bytes instead of {file.Size}");
        }

        using FileStream stream = info.OpenRead();
        if (Convert.ToHexStringLower(SHA256.HashData(stream)) != file.Sha256)
        {
            throw ArtifactStore.Damaged(id, file.Name, "does not match its hash");
        }
    }
}
