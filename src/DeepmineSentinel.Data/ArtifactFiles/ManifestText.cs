using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>The manifest as text. Its last property is the SHA-256 of everything before that property's line.</summary>
internal static class ManifestText
{
    private const string HashLine = "  \"sha256\": \"";
    private const string End = "\"\n}\n";
    private const int HashDigits = 64;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static string Write(RunManifest manifest)
    {
        string body = JsonSerializer.Serialize(manifest, Format);
        string head = body[..body.LastIndexOf('\n')] + ",\n";
        return head + HashLine + Hash(head) + End;
    }

    /// <summary>Reads a manifest; null, with the reason, when a single byte of it is not as it was written.</summary>
    public static (RunManifest? Manifest, string Reason) Read(string text)
    {
        int tail = HashLine.Length + HashDigits + End.Length;
        if (text.Length <= tail || !text.EndsWith(End, StringComparison.Ordinal))
        {
            return (null, "is cut off");
        }

        string head = text[..^tail];
        if (text != head + HashLine + Hash(head) + End)
        {
            return (null, "does not match the hash at its end");
        }

        try
        {
            RunManifest? manifest = JsonSerializer.Deserialize<RunManifest>(text, Format);
            return manifest is null ? (null, "is empty") : (manifest, "");
        }
        catch (JsonException)
        {
            return (null, "is not the JSON of a manifest");
        }
    }

    private static string Hash(string head) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head)));
}
