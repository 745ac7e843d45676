using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
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
        if (Nearest(typed, words) is { } word)
        {
            error.WriteLine($"Did you mean {word}?");
        }
    }

    /// <summary>The candidate with the fewest changed letters, if few enough; null: none comes near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(word => (Word: word, Distance: Distance(typed.ToLowerInvariant(), word.ToLowerInvariant())))
            .OrderBy(item => item.Distance)
            .FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(2, typed.Length / 3) ? best.Word : null;
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

    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
