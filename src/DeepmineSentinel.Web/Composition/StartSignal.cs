namespace DeepmineSentinel.Web.Composition;

/// <summary>
/// Whether the site has started. Until then the host stays quiet: it would print a port in use as a page of stack, and the
/// same failure is told in one sentence where it arrives.
/// </summary>
internal sealed class StartSignal
{
    private volatile bool started;

    public void AddTo(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(this);
        builder.Logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host",
            level => started && level >= LogLevel.Information
        );
    }

    public void Set() => started = true;
}
