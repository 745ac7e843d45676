using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Importing;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Names the content of a set of files, whatever the files are called.</summary>
internal static class ContentHash
{
    /// <summary>SHA-256 over one line a file, "kind sha256", in the order of the kinds; lower-case hex.</summary>
    public static string Of(IReadOnlyDictionary<ImportKind, string> hashes)
    {
        StringBuilder lines = new();
        foreach ((ImportKind kind, string hash) in hashes.OrderBy(pair => pair.Key))
        {
            lines.Append(kind).Append(' ').Append(hash).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }
}
