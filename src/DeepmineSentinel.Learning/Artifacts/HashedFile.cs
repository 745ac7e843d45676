using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>A file that is written once, with its SHA-256 in a second file beside it, as sha256sum writes and checks it.</summary>
public static class HashedFile
{
    /// <summary>Added to the name of the file.</summary>
    public const string Ending = ".sha256";

    /// <summary>Writes both. The hash goes first: a stop between the two leaves a hash without a file, which is no damage.</summary>
    /// <param name="write">Writes a file whole, by name.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">All of it.</param>
    public static void Write(Action<string, Action<Stream>> write, string name, ReadOnlyMemory<byte> content)
    {
        string line = $"{HashOf(content.Span)}  {name[(name.LastIndexOf('/') + 1)..]}\n";
        write(name + Ending, stream => stream.Write(Encoding.ASCII.GetBytes(line)));
        write(name, stream => stream.Write(content.Span));
    }

    /// <summary>Reads a file and compares it with its hash.</summary>
    /// <param name="open">Opens a file by name.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="longest">Most bytes that are read.</param>
    /// <exception cref="SentinelException"><c>artifact_damaged</c>: the file or its hash is missing or not as it was written.</exception>
    public static byte[] Read(Func<string, Stream> open, string name, long longest)
    {
        byte[] content = ReadAll(open, name, longest);
        string hash = Encoding.ASCII.GetString(ReadAll(open, name + Ending, 1 << 10));
        return hash.StartsWith(HashOf(content) + "  ", StringComparison.Ordinal)
            ? content
            : throw ArtifactJson.Damaged(name, "does not match its hash");
    }

    private static byte[] ReadAll(Func<string, Stream> open, string name, long longest)
    {
        try
        {
            using Stream stream = open(name);
            if (stream.Length > longest)
            {
                throw ArtifactJson.Damaged(name, "is too long");
            }

            byte[] content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ArtifactJson.Damaged(name, "cannot be read", exception);
        }
    }

    private static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
