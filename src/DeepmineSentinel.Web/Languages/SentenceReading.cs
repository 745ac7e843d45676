using System.Text.RegularExpressions;

namespace DeepmineSentinel.Web.Languages;

/// <summary>One text read for its sentences, and these for the sentences within them; it takes so many steps and no more.</summary>
internal sealed partial class SentenceReading(SentenceTable sentences, TextTable texts)
{
    private const int MostSentences = 24;
    private const int MostSteps = 3_000;
    private const int DeepestNesting = 3;
    private int steps;
    private int depth;

    /// <returns>The translation; null: a part is not known.</returns>
    public string? Translate(string english)
    {
        int[] starts = [0, .. End().Matches(english).Select(match => match.Index + 1), english.Length + 1];
        return starts.Length > MostSentences + 1 ? Single(english)?.Text : Parted(english, starts);
    }

    // Parted so that the most of it is literal: a value may have the end of a sentence within it.
    private string? Parted(string english, int[] starts)
    {
        (string Text, int Literal)?[] rest = new (string, int)?[starts.Length];
        rest[^1] = ("", 0);
        for (int i = starts.Length - 2; i >= 0; i--)
        {
            for (int j = i + 1; j < starts.Length; j++)
            {
                if (rest[j] is { } after && Single(english[starts[i]..(starts[j] - 1)]) is { } part)
                {
                    string text = after.Text.Length > 0 ? $"{part.Text} {after.Text}" : part.Text;
                    int literal = part.Literal + after.Literal;
                    rest[i] = rest[i] is { } best && best.Literal >= literal ? best : (text, literal);
                }
            }
        }

        return rest[0]?.Text;
    }

    private (string Text, int Literal)? Single(string sentence)
    {
        if (sentence.Length == 0 || ++steps > MostSteps)
        {
            return null;
        }

        if (texts.Find(sentence) is { } exact)
        {
            return (exact, sentence.Length);
        }

        foreach (SentenceTemplate template in sentences.For(sentence))
        {
            if (template.Translate(sentence, Value) is { } found)
            {
                return (found, template.LiteralLength);
            }
        }

        return null;
    }

    private string? Value(string kind, string value) =>
        kind switch
        {
            "name" => value,
            "code" => value.Any(char.IsWhiteSpace) ? null : value,
            "" => Ours(value) ?? SentenceValue.List(value, Ours),
            _ => Member(kind, value) ?? SentenceValue.List(value, part => Member(kind, part)),
        };

    private string? Ours(string value) =>
        SentenceValue.Quantity(value, unit => texts.Find(unit) ?? SentenceValue.Code(unit))
        ?? texts.Find(value)
        ?? texts.Find(value.Replace('_', ' '))
        ?? SentenceValue.Moment(value)
        ?? SentenceValue.Code(value)
        ?? Nested(value);

    private string? Nested(string value)
    {
        if (depth == DeepestNesting || steps > MostSteps)
        {
            return null;
        }

        depth++;
        string? found = Translate(value);
        depth--;
        return found;
    }

    /// <summary>A member of an enumeration, in whichever of its spellings.</summary>
    private string? Member(string enumeration, string value)
    {
        IEnumerable<string> words = value.Split(' ', '_').Where(word => word.Length > 0);
        string member = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        string? found = texts.Find($"{enumeration}.{member}");
        return found is not null && char.IsLower(value[0]) ? char.ToLowerInvariant(found[0]) + found[1..] : found;
    }

    [GeneratedRegex(@"(?<=[.!?]) ")]
    private static partial Regex End();
}
