namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>A file that was sent and waits to be read, with what was decided about it.</summary>
/// <param name="Id">32 hex digits.</param>
/// <param name="FileName">Name that the sender gave, without folders.</param>
/// <param name="Folder">Folder of its own.</param>
public sealed record StagedUpload(string Id, string FileName, string Folder)
{
    /// <summary>The bytes as they were sent.</summary>
    public string Content => Path.Combine(Folder, "content");

    /// <summary>The refused rows of the last reading; not there where none was refused.</summary>
    public string Rejects => Path.Combine(Folder, "rejects.csv");

    /// <summary>Length of the file, bytes.</summary>
    public long Length => new FileInfo(Content).Length;

    /// <summary>Opens the bytes, which can be moved about in.</summary>
    public FileStream Open() => new(Content, FileMode.Open, FileAccess.Read, FileShare.Read);
}
