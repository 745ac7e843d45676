namespace DeepmineSentinel.Data.ArtifactFiles.Inventory;

/// <summary>What an evaluation kept of its folds.</summary>
/// <param name="Key">Name of its folder.</param>
/// <param name="Bytes">Bytes of all its files.</param>
/// <param name="ChangedAt">When a fold was last kept, UTC.</param>
public sealed record EvaluationOnDisk(string Key, long Bytes, DateTime ChangedAt)
{
    private const int KeyLength = 64;

    /// <summary>Whether a name is that of an evaluation: 64 lower-case hex digits.</summary>
    internal static bool IsKey(string name) => name.Length == KeyLength && name.All(char.IsAsciiHexDigitLower);

    /// <summary>Looks at a folder; null: it is gone.</summary>
    internal static EvaluationOnDisk? Read(string path)
    {
        DirectoryInfo folder = new(path);
        try
        {
            FileInfo[] files = folder.GetFiles();
            return new EvaluationOnDisk(
                folder.Name,
                files.Sum(file => file.Length),
                files.Select(file => file.LastWriteTimeUtc).Append(folder.LastWriteTimeUtc).Max()
            );
        }
        catch (IOException)
        {
            return null;
        }
    }
}
