namespace DeepmineSentinel.Web.Options;

/// <summary>Section <c>AlertDelivery:Webhook</c>.</summary>
public sealed class WebhookOptions
{
    private const int ShortestSecret = 16;

    /// <summary>Where messages are posted to; null: none are.</summary>
    public Uri? Url { get; init; }

    /// <summary>Key of the signature, 16 characters or more: from the environment (AlertDelivery__Webhook__Secret) rather than from a file.</summary>
    public string? Secret { get; init; }

    public bool IsOn => Url is not null;

    /// <summary>The address as it may be shown: without what may be secret in it.</summary>
    public string Shown => Url is null ? "" : Url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    public IEnumerable<string> Problems()
    {
        if (Url is not { } url)
        {
            yield break;
        }

        if (!(url.IsAbsoluteUri && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback))))
        {
            yield return "Webhook:Url must be an https address, or http on this machine";
        }

        if (Secret is null || Secret.Length < ShortestSecret)
        {
            yield return $"Webhook:Secret needs {ShortestSecret} characters or more";
        }
    }
}
