using System.CommandLine;
using DeepmineSentinel.Web.Composition;
using DeepmineSentinel.Web.Problems;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Gives a command its services, prepared as the site's are, and turns failures into exit codes.</summary>
internal sealed class CommandRunner(CommandConsole console, IReadOnlyDictionary<string, string?> settings)
{
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print one JSON document on stdout instead of text.",
        Recursive = true,
    };

    public static readonly Option<bool> NoInput = new("--no-input")
    {
        Description = "Never ask; take the safe answer.",
        Recursive = true,
    };

    /// <summary>Makes the action of a command.</summary>
    /// <param name="body">What the command does; its result is the exit code.</param>
    /// <param name="prepared">Whether the database is migrated and seeded first.</param>
    public Func<ParseResult, CancellationToken, Task<int>> Action(
        Func<CommandScope, CancellationToken, Task<int>> body,
        bool prepared = true
    ) => (parsed, cancellationToken) => RunAsync(parsed, body, prepared, cancellationToken);

    private async Task<int> RunAsync(
        ParseResult parsed,
        Func<CommandScope, CancellationToken, Task<int>> body,
        bool prepared,
        CancellationToken cancellationToken
    )
    {
        try
        {
            IHost host = Build();
            await using IAsyncDisposable end = (IAsyncDisposable)host;
            host.Services.GetRequiredService<IStartupValidator>().Validate();
            if (prepared)
            {
                await host.Services.GetRequiredService<Preparation>().RunAsync(cancellationToken);
            }

            return await body(new CommandScope(parsed, console, host.Services), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("Stopped.");
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            return await FailureReport.WriteAsync(exception, console.Error);
        }
    }

    // The settings of the site without its server: a command loads nothing that answers requests.
    private IHost Build()
    {
        ConfigurationManager first = new();
        first.AddInMemoryCollection([new("hostBuilder:reloadConfigOnChange", "false")]);
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings
            {
                Configuration = first,
                ContentRootPath = ProjectFolders.FindContent(),
                EnvironmentName = settings.GetValueOrDefault("environment") ?? EnvironmentName(),
            }
        );
        // stderr belongs to the command's own progress; only what went wrong is logged beside it.
        builder.Configuration.AddInMemoryCollection([new("Logging:LogLevel:Default", "Warning")]);
        builder.Configuration.AddInMemoryCollection(settings.Where(setting => setting.Key != "environment"));
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder.Services.AddSentinelServices(builder.Configuration, builder.Environment.ContentRootPath);
        return builder.Build();
    }

    // In the order in which the site looks.
    private static string? EnvironmentName() =>
        Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT");
}
