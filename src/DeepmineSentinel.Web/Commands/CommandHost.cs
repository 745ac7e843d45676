using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using DeepmineSentinel.Web.Commands.ModelVersions;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Runs one command line to its exit code, in a process of its own or inside a test.</summary>
/// <param name="console">What the command talks to.</param>
/// <param name="settings">Settings that go before those of files and environment; empty but in tests.</param>
internal sealed class CommandHost(CommandConsole console, IReadOnlyDictionary<string, string?> settings)
{
    /// <summary>Whether the arguments name a command or ask for help, rather than start the site.</summary>
    public static bool IsCommand(string[] args) =>
        args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?" or "--version");

    /// <summary>Runs in this process: Ctrl-C and SIGTERM stop the command cleanly, a second one at once.</summary>
    public static async Task<int> RunProcessAsync(string[] args)
    {
        using CancellationTokenSource stop = new();
        void Stop(PosixSignalContext context)
        {
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        CommandHost host = new(CommandConsole.OfProcess(), new Dictionary<string, string?>());
        return await host.RunAsync(args, stop.Token);
    }

    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        ParseResult parsed = Root().Parse(args);
        if (parsed.Action is ParseErrorAction || (parsed.Errors.Count > 0 && parsed.Action is null))
        {
            return WrongUse.Report(parsed, console.Error);
        }

        InvocationConfiguration invocation = new()
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }

    /// <summary>Every command with its options.</summary>
    public RootCommand Root()
    {
        CommandRunner runner = new(console, settings);
        return new RootCommand(
            "DeepmineSentinel predicts whether mine stopes stand. Without a command the site starts on "
                + "http://localhost:5080. Results go to stdout, progress and problems to stderr. "
                + "Exit codes: 0 done, 1 failed, 2 wrong use, settings or input data, 130 stopped by Ctrl-C."
        )
        {
            CommandRunner.Json,
            CommandRunner.NoInput,
            new TrainModelCommand(runner),
            new GridSearchCommand(runner),
            new PredictStabilityCommand(runner),
            new EvaluateModelCommand(runner),
            new ModelsCommand(runner),
            new ImportDataCommand(runner),
            new ExportDataCommand(runner),
            new GenerateDataCommand(runner),
            DemoCommand.Create(runner),
            new CheckHealthCommand(runner),
            DatabaseCommand.Create(runner),
        };
    }
}
