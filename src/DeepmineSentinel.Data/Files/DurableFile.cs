using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DeepmineSentinel.Data.Files;

/// <summary>Files that are there whole or not at all, also after the power went.</summary>
internal static class DurableFile
{
    /// <summary>Ending of files that are not finished.</summary>
    public const string Unfinished = ".tmp";

    private const int OpenReadOnly = 0;

    /// <summary>Writes a temporary sibling, flushes it to disk, renames it and flushes the folder.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="write">Writes the bytes.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    public static void Write(string path, Action<Stream> write, bool overwrite = true)
    {
        string temporary = path + Unfinished;
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Writes like <see cref="Write"/>.</summary>
    /// <returns>SHA-256 of what was handed to the disk, lower-case hex.</returns>
    public static string WriteHashed(string path, Action<Stream> write)
    {
        using SHA256 hash = SHA256.Create();
        Write(
            path,
            stream =>
            {
                using CryptoStream through = new(stream, hash, CryptoStreamMode.Write, leaveOpen: true);
                write(through);
            }
        );
        return Convert.ToHexStringLower(hash.Hash!);
    }

    /// <summary>Makes a folder, and those above it, that last; nothing where it is there.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        string above = Path.GetDirectoryName(folder)!;
        MakeFolder(above);
        Directory.CreateDirectory(folder);
        FlushFolder(above);
    }

    /// <summary>Makes what was created, renamed or removed in a folder last. Windows does so by itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = OpenFolder(folder, OpenReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"The folder cannot be opened to be flushed: {folder}");
        }

        // Some network file systems cannot flush folders; there is nothing more to be done there.
        _ = Flush(descriptor);
        _ = Close(descriptor);
    }

    // Plain DllImport: generated interop would need unsafe code in this library.
#pragma warning disable SYSLIB1054, CA2101 // The path is passed as UTF-8 on purpose.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFolder([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
#pragma warning restore SYSLIB1054, CA2101

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
