using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>A run that was begun and never sealed: what it left, unverified. Every file it is resumed from has its own hash.</summary>
public sealed class UnfinishedRun
{
    private readonly string folder;

    internal UnfinishedRun(RunId id, string folder)
    {
        Id = id;
        this.folder = folder;
    }

    /// <summary>The run.</summary>
    public RunId Id { get; }

    /// <summary>Its finished files: those in the folder of checkpoints with '/' between, and the others.</summary>
    public IReadOnlyList<string> Names =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Where(ArtifactName.IsUsable)
                .Where(name => !name.EndsWith(Files.DurableFile.Unfinished, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Opens a file, also while another process writes to it.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public Stream OpenRead(string name) =>
        new FileStream(
            Path.Combine(folder, ArtifactName.Checked(name)),
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
}
