namespace DeepmineSentinel.Web.Commands;

/// <summary>What a command talks to. Results go to output, progress and problems to error.</summary>
internal sealed record CommandConsole
{
    public required TextWriter Output { get; init; }
    public required TextWriter Error { get; init; }
    public required TextReader Input { get; init; }

    /// <summary>Whether somebody can answer a question.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Whether the error stream is a terminal, where a bar may move.</summary>
    public bool CanAnimate { get; init; }

    /// <summary>Folder that the user's own paths are taken from.</summary>
    public required string CurrentFolder { get; init; }

    public static CommandConsole OfProcess() =>
        new()
        {
            Output = Console.Out,
            Error = Console.Error,
            Input = Console.In,
            CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
            CanAnimate = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
            CurrentFolder = Environment.CurrentDirectory,
        };

    /// <summary>The full form of a path that the user typed.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, CurrentFolder);
}
