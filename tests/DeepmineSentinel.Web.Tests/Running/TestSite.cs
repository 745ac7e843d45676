using DeepmineSentinel.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>The real site over a real database file in a folder of its own.</summary>
internal sealed class TestSite : WebApplicationFactory<Program>
{
    private readonly TempFolder folder = new();
    private readonly Dictionary<string, string?> settings;

    /// <param name="overrides">Settings; by default nothing is seeded, predicted or trained unasked.</param>
    public TestSite(params (string Name, string Value)[] overrides)
    {
        settings = TestSettings.Of(folder.Path);
        foreach ((string name, string value) in overrides)
        {
            settings[name] = value;
        }
    }

    /// <summary>A site on a copy of the trained mine.</summary>
    public TestSite(TrainedMine mine, params (string Name, string Value)[] overrides)
        : this(overrides) => mine.CopyTo(folder.Path);

    public string Root => folder.Path;

    public TService Get<TService>()
        where TService : notnull => Services.GetRequiredService<TService>();

    /// <summary>A command line on the same folder and database.</summary>
    public TestCommandLine CommandLine => new(settings);

    protected override IHost CreateHost(IHostBuilder builder)
    {
        // Host configuration reaches Program's own builder before it composes the services.
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Production");

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            folder.Dispose();
        }
    }
}
