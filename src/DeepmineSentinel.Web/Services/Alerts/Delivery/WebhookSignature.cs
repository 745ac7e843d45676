using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>Signs what is posted, so that a receiver knows who sent it and that it is not a recording: HMAC-SHA256 of
/// <c>timestamp.body</c>, both as UTF-8, in lower-case hexadecimal.</summary>
public static class WebhookSignature
{
    public const string SignatureHeader = "X-Deepmine-Signature";
    public const string TimestampHeader = "X-Deepmine-Timestamp";
    public const string IdHeader = "X-Deepmine-Delivery";

    /// <param name="secret">Key that both ends know.</param>
    /// <param name="at">Moment of sending; seconds since 1970 count.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static (string Timestamp, string Signature) Sign(string secret, DateTimeOffset at, string body)
    {
        string timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] hash = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret),
            Encoding.UTF8.GetBytes($"{timestamp}.{body}")
        );
        return (timestamp, $"v1={Convert.ToHexStringLower(hash)}");
    }
}
