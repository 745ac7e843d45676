using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Says what was typed wrongly and which word comes nearest.</summary>
internal static class WrongUse
{
    public static int Report(ParseResult parsed, TextWriter error)
    {
        foreach (string message in parsed.Errors.Select(problem => problem.Message).Distinct())
        {
            error.WriteLine(message);
        }

        foreach (string token in parsed.UnmatchedTokens)
        {
            Suggest(token, Words(parsed.CommandResult), error);
        }

        foreach (
            ArgumentResult result in parsed.Errors.Select(problem => problem.SymbolResult).OfType<ArgumentResult>()
        )
        {
            IEnumerable<string> allowed = result
                .Argument.GetCompletions(CompletionContext.Empty)
                .Select(item => item.Label);
            Suggest(result.Tokens is [var typed, ..] ? typed.Value : "", allowed, error);
        }

        error.WriteLine($"See: {Path(parsed.CommandResult)} --help");
        return ExitCode.WrongUse;
    }

    private static void Suggest(string typed, IEnumerable<string> words, TextWriter error)
    {
        if (NearestWord.Of(typed, words) is { } word)
        {
            error.WriteLine($"Did you mean {word}?");
        }
    }

    private static IEnumerable<string> Words(CommandResult result)
    {
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is CommandResult { Command: var command })
            {
                foreach (string word in command.Subcommands.Select(child => child.Name))
                {
                    yield return word;
                }

                foreach (string word in command.Options.Select(option => option.Name))
                {
                    yield return word;
                }
            }
        }
    }

    private static string Path(CommandResult result)
    {
        Stack<string> names = [];
        for (SymbolResult? at = result; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
        {
            names.Push(command.Command.Name);
        }

        return string.Join(' ', names.Prepend("DeepmineSentinel.Web"));
    }
}
