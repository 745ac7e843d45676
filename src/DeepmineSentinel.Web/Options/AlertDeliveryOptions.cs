using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Options;

/// <summary>Section <c>AlertDelivery</c>: who is told of alerts. Without an Email:Host and a Webhook:Url nothing leaves the site.</summary>
public sealed class AlertDeliveryOptions : IValidatableObject
{
    public const string Section = "AlertDelivery";

    /// <summary>E-mail by SMTP.</summary>
    public EmailOptions Email { get; init; } = new();

    /// <summary>Signed POST.</summary>
    public WebhookOptions Webhook { get; init; } = new();

    /// <summary>Pause after the first failure, doubled with each: 1 s to 1 hour. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest pause: 1 minute to 1 day. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Attempts before a message is given up: 1 to 100. Default 20, which with the default pauses is most of a day.</summary>
    [Range(1, 100)]
    public int MostAttempts { get; init; } = 20;

    /// <summary>Longest wait for a server: 1 s to 2 minutes. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    public DeliveryRetry ToRetry() => new(FirstPause, LongestPause, MostAttempts);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (string problem in Email.Problems().Concat(Webhook.Problems()))
        {
            yield return new ValidationResult($"{Section}:{problem}.");
        }
    }
}
