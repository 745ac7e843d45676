using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Api.Idempotency;

/// <summary>The header by which a caller says that two requests are one.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Longest key.</summary>
    public const int Longest = 100;

    /// <summary>What stands for this key at this address; null: the request has no key.</summary>
    /// <exception cref="RequestRefusedException">The key is empty, too long, has odd characters or is given twice.</exception>
    public static string? IdOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
        {
            return null;
        }

        string key = values.Count == 1 ? values[0] ?? "" : "";
        return key.Length is > 0 and <= Longest && key.All(letter => letter is > ' ' and <= '~')
            ? HashOf(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{key}"))
            : throw new RequestRefusedException(
                StatusCodes.Status400BadRequest,
                "invalid_idempotency_key",
                $"{Header} must be 1 to {Longest} printable ASCII characters without spaces, given once."
            );
    }

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
