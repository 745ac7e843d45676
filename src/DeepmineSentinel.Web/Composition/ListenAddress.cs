namespace DeepmineSentinel.Web.Composition;

/// <summary>Where the site listens: on loopback, unless somebody says otherwise.</summary>
internal static class ListenAddress
{
    /// <summary>The address where nothing was configured.</summary>
    public const string Default = "http://localhost:5080";

    // Not in appsettings.json: what stands there goes before ASPNETCORE_URLS, which containers and hosts set.
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        string[] settings =
        [
            WebHostDefaults.ServerUrlsKey,
            WebHostDefaults.HttpPortsKey,
            WebHostDefaults.HttpsPortsKey,
        ];
        if (settings.All(setting => string.IsNullOrWhiteSpace(builder.Configuration[setting])))
        {
            builder.WebHost.UseUrls(Default);
        }
    }
}
