using System.Security.Cryptography;
using System.Text;

namespace DeepmineSentinel.Data.Experiments;

/// <summary>A JSON object on one line whose last property is the SHA-256 of the rest: a damaged or torn line tells itself.</summary>
internal static class SealedLine
{
    private const string Property = ",\"sha256\":\"";
    private const string End = "\"}";
    private const int HashDigits = 64;

    /// <summary>Adds the hash.</summary>
    /// <param name="json">An object with at least one property, on one line.</param>
    public static string Seal(string json)
    {
        string head = json[..json.LastIndexOf('}')];
        return head + Property + Hash(head) + End;
    }

    /// <summary>The object without its hash; null: a single byte is not as it was written.</summary>
    public static string? Open(string line)
    {
        int tail = Property.Length + HashDigits + End.Length;
        if (line.Length <= tail)
        {
            return null;
        }

        string head = line[..^tail];
        return line == head + Property + Hash(head) + End ? head + "}" : null;
    }

    private static string Hash(string head) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head)));
}
