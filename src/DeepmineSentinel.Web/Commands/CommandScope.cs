using System.CommandLine;
using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Services;

namespace DeepmineSentinel.Web.Commands;

/// <summary>One run of one command: what was typed, where to write, which services there are.</summary>
internal sealed class CommandScope(ParseResult parsed, CommandConsole console, IServiceProvider services)
{
    public CommandConsole Console => console;

    public bool Json => parsed.GetValue(CommandRunner.Json);

    public bool CanAsk => console.CanAsk && !parsed.GetValue(CommandRunner.NoInput);

    public TService Get<TService>()
        where TService : notnull => services.GetRequiredService<TService>();

    public TValue? Value<TValue>(Option<TValue> option) => parsed.GetValue(option);

    public TValue? Value<TValue>(Argument<TValue> argument) => parsed.GetValue(argument);

    public bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>The full path of a file option; null: not given.</summary>
    /// <exception cref="SentinelException">There is no such file.</exception>
    public string? ExistingFile(Option<string?> option) =>
        parsed.GetValue(option) is { } path ? ExistingFile(path) : null;

    /// <summary>The full path of a file that the user named.</summary>
    /// <exception cref="SentinelException">There is no such file.</exception>
    public string ExistingFile(string path) =>
        File.Exists(console.Resolve(path))
            ? console.Resolve(path)
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "file_not_found",
                $"{path}: there is no such file (looked for {console.Resolve(path)})."
            );

    /// <summary>Writes the one document of --json.</summary>
    public void WriteJson<TDocument>(TDocument document, JsonSerializerOptions? options = null) =>
        console.Output.WriteLine(JsonSerializer.Serialize(document, options ?? WebJson.Indented));
}
