using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>
/// The sentences that C# sources can write: string literals, joined where only a plus stands between them, with their
/// interpolations numbered in order, <c>{0} of {1}</c>, and so with places that are named, <c>{driver}</c>.
/// </summary>
internal sealed partial class SourceTemplates
{
    private readonly string source;
    private readonly List<string> found = [];
    private int at;

    private SourceTemplates(string source) => this.source = source;

    public static IReadOnlyList<string> Of(string source)
    {
        SourceTemplates reader = new(source);
        reader.ReadAll();
        return reader.found;
    }

    private void ReadAll()
    {
        while (at < source.Length)
        {
            if (Starts("//") || Starts("/*"))
            {
                SkipTo(Starts("//") ? "\n" : "*/");
            }
            else if (Starts("\"\"\"") || Starts("$\"\"\"") || Starts("$$\"\"\""))
            {
                at = source.IndexOf("\"\"\"", at, StringComparison.Ordinal) + 3;
                SkipTo("\"\"\""); // a raw string is a page, a statement or an example, and no sentence
            }
            else if (source[at] == '\'')
            {
                at += source[at + 1] == '\\' ? 2 : 1;
                SkipTo("'");
            }
            else if (source[at] is '"' or '$' or '@' && Opening().Match(source, at) is { Success: true } opening)
            {
                ReadSum(opening);
            }
            else
            {
                at++;
            }
        }
    }

    private void ReadSum(Match opening)
    {
        StringBuilder template = new();
        int places = 0;
        for (
            Match? next = opening;
            next is not null;
            next = Plus().Match(source, at) is { Success: true } plus ? plus : null
        )
        {
            at = next.Index + next.Length;
            ReadLiteral(template, next.Groups["signs"].Value, ref places);
        }

        found.Add(template.ToString().Trim());
        if (places == 0 && NamedPlace().IsMatch(template.ToString()))
        {
            found.Add(NamedPlace().Replace(template.ToString(), _ => Place(places++)));
        }
    }

    private void ReadLiteral(StringBuilder template, string signs, ref int places)
    {
        bool isVerbatim = signs.Contains('@', StringComparison.Ordinal);
        bool hasPlaces = signs.Contains('$', StringComparison.Ordinal);
        while (source[at] != '"' || (isVerbatim && Starts("\"\"")))
        {
            if (source[at] == '\\' && !isVerbatim)
            {
                template.Append(Escaped());
            }
            else if (hasPlaces && source[at] == '{' && source[at + 1] != '{')
            {
                template.Append(Place(places++));
                SkipExpression();
            }
            else
            {
                at += hasPlaces && source[at] is '{' or '}' || source[at] == '"' ? 1 : 0;
                template.Append(source[at++]);
            }
        }

        at++;
    }

    private char Escaped()
    {
        char sign = source[at + 1];
        at += sign == 'u' ? 6 : 2;
        return sign switch
        {
            'u' => (char)int.Parse(source.AsSpan(at - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            '0' => '\0',
            _ => sign,
        };
    }

    /// <summary>An expression in braces may hold sentences of its own.</summary>
    private void SkipExpression()
    {
        int depth = 0;
        do
        {
            if (source[at] is '"' or '$' or '@' && Opening().Match(source, at) is { Success: true } opening)
            {
                ReadSum(opening);
                continue;
            }

            depth +=
                source[at] is '{' or '(' or '[' ? 1
                : source[at] is '}' or ')' or ']' ? -1
                : 0;
            at += source[at] == '\'' ? source.IndexOf('\'', at + 2) - at + 1 : 1;
        } while (depth > 0);
    }

    private void SkipTo(string end)
    {
        int found = source.IndexOf(end, at, StringComparison.Ordinal);
        at = found < 0 ? source.Length : found + end.Length;
    }

    private bool Starts(string with) => string.CompareOrdinal(source, at, with, 0, with.Length) == 0;

    private static string Place(int number) => string.Create(CultureInfo.InvariantCulture, $"{{{number}}}");

    [GeneratedRegex(@"\G(?<signs>[$@]{0,2})""")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G\s*\+\s*(?<signs>[$@]{0,2})""")]
    private static partial Regex Plus();

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex NamedPlace();
}
