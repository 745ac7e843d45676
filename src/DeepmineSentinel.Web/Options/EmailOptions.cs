using System.Net.Mail;
using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Options;

/// <summary>Section <c>AlertDelivery:Email</c>.</summary>
public sealed class EmailOptions
{
    /// <summary>Server; null: no e-mail goes out.</summary>
    public string? Host { get; init; }

    /// <summary>Port. Default 587.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection must turn to TLS (STARTTLS). Default true.</summary>
    public bool StartTls { get; init; } = true;

    public string? UserName { get; init; }

    /// <summary>Password: from the environment (AlertDelivery__Email__Password) rather than from a file.</summary>
    public string? Password { get; init; }

    public string? From { get; init; }

    /// <summary>Who is told.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Who is told too when nobody answers in time.</summary>
    public IReadOnlyList<string> EscalateTo { get; init; } = [];

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    public IEnumerable<string> Problems()
    {
        if (!IsOn)
        {
            yield break;
        }

        if (Port is < 1 or > 65_535)
        {
            yield return "Email:Port must be from 1 to 65535";
        }

        if (From is null || !MailAddress.TryCreate(From, out _))
        {
            yield return "Email:From must be an address";
        }

        if (To.Count == 0 || To.Concat(EscalateTo).Any(address => !MailAddress.TryCreate(address, out _)))
        {
            yield return "Email:To and EscalateTo must be addresses, To at least one";
        }

        if (string.Join(", ", To.Concat(EscalateTo)).Length > AlertDelivery.TargetLength)
        {
            yield return $"Email:To and EscalateTo may have {AlertDelivery.TargetLength} characters together; use a list";
        }

        if (UserName is not null && !StartTls)
        {
            yield return "Email:UserName needs StartTls: a password never goes over an open connection";
        }
    }
}
