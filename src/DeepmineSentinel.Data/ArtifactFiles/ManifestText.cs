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
            return Defect(manifest) is { } defect ? (null, defect) : (manifest, "");
        }
        catch (JsonException)
        {
            return (null, "is not the JSON of a manifest");
        }
    }

    private static string? Defect(RunManifest? manifest) =>
        manifest is null ? "is empty"
        : manifest.OldestReader > RunManifest.CurrentFormat ? "was written by a newer version of the product"
        : !manifest.Files.All(file => ArtifactName.IsUsable(file.Name)) ? "names a file outside its folder"
        : manifest.DataSnapshot is { } hash && !SnapshotName.IsUsable(hash) ? "names a snapshot outside its folder"
        : manifest.Files.DistinctBy(file => file.Name.ToUpperInvariant()).Count() < manifest.Files.Count
            ? "names a file twice"
        : null;

    private static string Hash(string head) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head)));
}
