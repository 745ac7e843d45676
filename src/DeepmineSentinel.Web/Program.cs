using DeepmineSentinel.Web.Commands;
using DeepmineSentinel.Web.Composition;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Problems;
using Microsoft.Extensions.Options;

Language.SpeakEnglish();
if (CommandHost.IsCommand(args))
{
    return await CommandHost.RunProcessAsync(args);
}

try
{
    WebApplicationBuilder builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, ContentRootPath = ProjectFolders.FindContent() }
    );
    builder.AddSentinelSite();
    await using WebApplication app = builder.Build();
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    ListenAddresses.Check(app.Configuration);
    await app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
    app.UseSentinelSite();
    await app.RunAsync();
    return ExitCode.Done;
}
// The tools that only look at the services end the start with this exception.
catch (Exception exception) when (exception is not HostAbortedException)
{
    return await FailureReport.WriteAsync(exception, Console.Error);
}
