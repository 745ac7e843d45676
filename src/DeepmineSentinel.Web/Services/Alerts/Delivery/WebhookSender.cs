using System.Net.Http.Headers;
using System.Text;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Options;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>Posts a message to the address of the settings. It follows no redirect and reads no answer but its status.</summary>
public sealed class WebhookSender(
    IHttpClientFactory clients,
    IOptions<AlertDeliveryOptions> options,
    TimeProvider clock
)
{
    /// <summary>Name of the client: without redirects.</summary>
    public const string ClientName = "alert-webhook";

    public async Task<DeliveryResult> SendAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        if (options.Value.Webhook is not { Url: { } url, Secret: { } secret })
        {
            return new DeliveryResult(false, "The settings name no webhook any more.");
        }

        (string timestamp, string signature) = WebhookSignature.Sign(secret, clock.GetUtcNow(), delivery.Document);
        using HttpRequestMessage request = new(HttpMethod.Post, url)
        {
            Content = new StringContent(delivery.Document, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add(WebhookSignature.IdHeader, delivery.Key);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, signature);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.Timeout);
        try
        {
            using HttpClient client = clients.CreateClient(ClientName);
            using HttpResponseMessage response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                limit.Token
            );
            return new DeliveryResult(response.IsSuccessStatusCode, $"HTTP {(int)response.StatusCode}");
        }
        catch (HttpRequestException failure)
        {
            return new DeliveryResult(false, $"The server could not be reached: {failure.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult(
                false,
                FormattableString.Invariant($"No answer within {options.Value.Timeout.TotalSeconds:0.#} s.")
            );
        }
    }
}
