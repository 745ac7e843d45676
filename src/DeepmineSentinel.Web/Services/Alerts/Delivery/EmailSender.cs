using System.Net;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Options;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>Sends messages by SMTP (docs/decisions/114): those that fell together as one mail.</summary>
public sealed class EmailSender(IOptions<AlertDeliveryOptions> options)
{
    /// <param name="deliveries">Messages to the same people; at least one.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    public async Task<DeliveryResult> SendAsync(
        IReadOnlyList<AlertDelivery> deliveries,
        CancellationToken cancellationToken
    )
    {
        EmailOptions email = options.Value.Email;
        if (!email.IsOn)
        {
            return new DeliveryResult(false, "The settings name no mail server any more.");
        }

        using SmtpClient client = new(email.Host, email.Port) { EnableSsl = email.StartTls };
        if (email.UserName is { } user)
        {
            client.Credentials = new NetworkCredential(user, email.Password);
        }

        using MailMessage message = Message(deliveries, email);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.Timeout);
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return new DeliveryResult(true, $"Taken by {email.Host}.");
        }
        catch (SmtpFailedRecipientException refused) when (Refused(refused) < message.To.Count)
        {
            return new DeliveryResult(true, $"Taken by {email.Host}, but not for {refused.FailedRecipient}.");
        }
        catch (SmtpException failure)
        {
            return new DeliveryResult(false, Why(failure));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult(
                false,
                FormattableString.Invariant($"No answer within {options.Value.Timeout.TotalSeconds:0.#} s.")
            );
        }
    }

    private static MailMessage Message(IReadOnlyList<AlertDelivery> deliveries, EmailOptions email)
    {
        AlertNotice[] notices =
        [
            .. deliveries.Select(row => JsonSerializer.Deserialize<AlertNotice>(row.Document, WebJson.Options)!),
        ];
        MailMessage message = new()
        {
            From = new MailAddress(email.From!),
            Subject = EmailText.Subject(notices),
            SubjectEncoding = Encoding.UTF8,
            Body = EmailText.Body(notices),
            BodyEncoding = Encoding.UTF8,
        };
        foreach (string address in deliveries[0].Target.Split(", "))
        {
            message.To.Add(new MailAddress(address));
        }

        // A mail that is sent again after a lost answer carries the same id.
        message.Headers.Add("Message-ID", $"<{deliveries[0].Key}@deepmine-sentinel>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static int Refused(SmtpFailedRecipientException failure) =>
        failure is SmtpFailedRecipientsException many ? many.InnerExceptions.Length : 1;

    private static string Why(SmtpException failure) =>
        failure.StatusCode == SmtpStatusCode.GeneralFailure
            ? $"The server could not be reached: {failure.InnerException?.Message ?? failure.Message}"
            : $"The server refused: {failure.Message}";
}
