using DeepmineSentinel.Web.Commands;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>Runs commands in this process and keeps what they print.</summary>
internal sealed class TestCommandLine(Dictionary<string, string?> settings)
{
    public async Task<CommandResult> RunAsync(params string[] args) =>
        await RunAsync(new CommandStart(args), TestContext.Current.CancellationToken);

    public async Task<CommandResult> RunAsync(CommandStart start, CancellationToken cancellationToken)
    {
        StringWriter output = new();
        TextWriter error = start.Error ?? new StringWriter();
        CommandConsole console = new()
        {
            Output = output,
            Error = error,
            Input = new StringReader(start.Input ?? ""),
            CanAsk = start.Input is not null,
            CurrentFolder = settings["Site:Root"]!,
        };
        int exitCode = await new CommandHost(console, settings).RunAsync(start.Arguments, cancellationToken);
        return new CommandResult(exitCode, output.ToString(), error.ToString() ?? "");
    }
}
