using System.Security.Cryptography;
using System.Text.Json;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Names the exact input of a prediction, so that an answer can be traced to what it saw.</summary>
internal static class InputHash
{
    public static string Of(StopeHistory history)
    {
        using MemoryStream bytes = new();
        JsonSerializer.Serialize(bytes, history, WebJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }
}
