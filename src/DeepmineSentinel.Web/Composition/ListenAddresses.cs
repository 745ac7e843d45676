using System.Net;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Web.Composition;

/// <summary>Refuses addresses that cannot be listened on, in words, before the server meets them.</summary>
internal static class ListenAddresses
{
    /// <exception cref="SentinelException">One of <c>Urls</c> is no address with a port from 0 to 65535.</exception>
    public static void Check(IConfiguration configuration)
    {
        string addresses = configuration[WebHostDefaults.ServerUrlsKey] ?? "";
        foreach (string address in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!CanBeListenedOn(address))
            {
                throw new SentinelException(
                    FailureKind.InvalidInput,
                    "invalid_url",
                    $"Urls: {address} is no address to listen on; write it like http://127.0.0.1:5080."
                );
            }
        }
    }

    private static bool CanBeListenedOn(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
