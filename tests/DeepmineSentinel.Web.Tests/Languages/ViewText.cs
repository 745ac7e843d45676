using System.Text;
using System.Text.RegularExpressions;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>
/// What a view says beside its expressions, found roughly: code and expressions are taken out, then tags; words that are
/// left stand bare on the page.
/// </summary>
internal static partial class ViewText
{
    private const char Expression = '\u00a4';
    private const char Edge = '\0';

    /// <summary>Names that are the same in every language.</summary>
    private static readonly HashSet<string> Names =
    [
        "DeepmineSentinel",
        "API",
        "CSV",
        "PNG",
        "UTC",
        "XLSX",
        "JSON",
        "HMAC",
        "SHA",
    ];

    public static IEnumerable<string> Bare(string view)
    {
        string markup = WithoutCode(view);
        IEnumerable<string> attributes = SpokenAttribute().Matches(markup).Select(match => match.Groups["text"].Value);
        string text = Verbatim().Replace(markup, "");
        text = Declaration().Replace(text, "");
        text = CaseLabel().Replace(text, "");
        text = Tag().Replace(text, Edge.ToString());
        text = Brace().Replace(text, Edge.ToString());
        return attributes.Concat(text.Split(Edge)).Select(part => part.Trim()).Where(HasWords);
    }

    private static bool HasWords(string part) =>
        Word().Matches(Entity().Replace(part, " ")).Any(match => !Names.Contains(match.Value));

    private static string WithoutCode(string view)
    {
        string source = Directive().Replace(view, "");
        StringBuilder markup = new(source.Length);
        for (int at = 0; at < source.Length; )
        {
            Match block = CodeBlock().Match(source, at);
            Match control = Control().Match(source, at);
            if (block.Success && block.Index == at)
            {
                at = Closing(source, at + block.Length - 1);
            }
            else if (control.Success && control.Index == at)
            {
                at = Closing(source, at + control.Length);
            }
            else if (
                source[at] == '@'
                && at + 1 < source.Length
                && (char.IsLetter(source[at + 1]) || source[at + 1] == '(')
            )
            {
                at = ExpressionEnd(source, at + 1);
                markup.Append(Expression);
            }
            else
            {
                markup.Append(source[at++]);
            }
        }

        return markup.ToString();
    }

    /// <summary>After the bracket that closes the one at the place.</summary>
    private static int Closing(string source, int at)
    {
        int depth = 0;
        for (; at < source.Length; at++)
        {
            if (source[at] == '"')
            {
                for (at++; at < source.Length && source[at] != '"'; at++)
                {
                    at += source[at] == '\\' ? 1 : 0;
                }
            }
            else if (source[at] is '(' or '[' or '{')
            {
                depth++;
            }
            else if (source[at] is ')' or ']' or '}' && --depth == 0)
            {
                return at + 1;
            }
        }

        return source.Length;
    }

    private static int ExpressionEnd(string source, int at)
    {
        if (source[at] == '(')
        {
            return Closing(source, at);
        }

        for (at += Start().Match(source, at).Length; at < source.Length; )
        {
            Match member = Member().Match(source, at);
            if (source[at] is '(' or '[')
            {
                at = Closing(source, at);
            }
            else if (member.Success && member.Index == at)
            {
                at += member.Length;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    [GeneratedRegex(@"@\*[\s\S]*?\*@|^@(model|using|inject|addTagHelper).*$|@section \w+", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\G@(functions\s*)?\{")]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\G(@|else\s+|(?<=[\s{}>;]))(if|foreach|for|while|switch)\s*(?=\()")]
    private static partial Regex Control();

    [GeneratedRegex(@"\G(await\s+)?\w+")]
    private static partial Regex Start();

    [GeneratedRegex(@"\G!?\??\.\w+|\G!")]
    private static partial Regex Member();

    [GeneratedRegex(@"(?<![\w-])(aria-label|title|placeholder|alt|missing|none)=""(?<text>[^""]*)""")]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex(@"<(code|script|style)\b[^>]*>.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Verbatim();

    [GeneratedRegex(@"^\s*(var|string\??|int|bool|double)\s+[\w(][^<]*?;\s*$", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b(case [^:]*:|default:|break;)")]
    private static partial Regex CaseLabel();

    [GeneratedRegex(@"<[/!\w][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\belse\b(?=\s*[\n{])|[{}]")]
    private static partial Regex Brace();

    [GeneratedRegex(@"&#?\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();
}
