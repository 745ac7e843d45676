using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DeepmineSentinel.Web.Languages;

/// <summary>A sentence with places for values: as the sources write it, and as another language says it.</summary>
internal sealed partial class SentenceTemplate
{
    private const int MostTries = 200;
    private readonly string[] literals;
    private readonly int[] places;
    private readonly (string Literal, int? Place)[] translation;
    private readonly Dictionary<int, string> kinds = [];

    /// <param name="english">A composite format, <c>{0} of {1}</c>, each place once and none beside another.</param>
    /// <param name="text">
    /// The translation; after a place its kind, where it is no value of ours: <c>{0:name}</c> what people
    /// gave, <c>{0:code}</c> a column or a setting, else the enumeration that it is a member of.
    /// </param>
    public SentenceTemplate(string english, string text)
    {
        English = english;
        (string Literal, int? Place)[] parts = [.. Parts(english)];
        literals = [.. parts.Select(part => part.Literal)];
        places = [.. parts.Where(part => part.Place is not null).Select(part => part.Place!.Value)];
        LiteralLength = literals.Sum(literal => literal.Length);
        translation = [.. Parts(text)];
        foreach (Match match in Token().Matches(text).Where(match => match.Groups["kind"].Success))
        {
            kinds[PlaceOf(match)!.Value] = match.Groups["kind"].Value;
        }
    }

    public string English { get; }

    /// <summary>What it begins with before its first place; may be empty.</summary>
    public string Beginning => literals[0];

    /// <summary>How much of it is no value: the more, the surer a match.</summary>
    public int LiteralLength { get; }

    public static bool HasPlaces(string english) => Token().Matches(english).Any(match => PlaceOf(match) is not null);

    /// <summary>The sentence with its values in the other language; null: not this one, or its values can be read in two ways.</summary>
    /// <param name="sentence">In English.</param>
    /// <param name="write">A value of a kind, empty where none is named, in the other language; null: it cannot stand there.</param>
    public string? Translate(string sentence, Func<string, string, string?> write)
    {
        if (sentence.Length <= LiteralLength || !sentence.EndsWith(literals[^1], StringComparison.Ordinal))
        {
            return null;
        }

        Search search = new(sentence, write, new string[places.Length]);
        Fill(search, 0, literals[0].Length);
        return search.Tries <= MostTries && search.Found.Count == 1 ? AsWritten(sentence, search.Found.First()) : null;
    }

    // A sentence may stand within another, without its capital.
    private string AsWritten(string sentence, string found) =>
        literals[0].Length == 0 || sentence[0] == literals[0][0] ? found
        : char.IsUpper(sentence[0]) ? char.ToUpperInvariant(found[0]) + found[1..]
        : char.ToLowerInvariant(found[0]) + found[1..];

    private void Fill(Search search, int place, int from)
    {
        int last = search.Sentence.Length - literals.Skip(place + 1).Sum(literal => literal.Length);
        for (int end = from + 1; end <= last && search.Found.Count < 2 && search.Tries <= MostTries; end++)
        {
            end =
                place == places.Length - 1
                    ? last
                    : search.Sentence.IndexOf(literals[place + 1], end, StringComparison.Ordinal);
            if (end < 0 || end > last)
            {
                return;
            }

            search.Tries++;
            string kind = kinds.GetValueOrDefault(places[place], "");
            if (search.Write(kind, search.Sentence[from..end]) is not { } written)
            {
                continue;
            }

            search.Values[place] = written;
            if (place == places.Length - 1)
            {
                search.Found.Add(Composed(search.Values));
            }
            else
            {
                Fill(search, place + 1, end + literals[place + 1].Length);
            }
        }
    }

    private string Composed(string[] values)
    {
        StringBuilder text = new();
        foreach ((string literal, int? place) in translation)
        {
            text.Append(literal).Append(place is { } number ? values[Array.IndexOf(places, number)] : "");
        }

        return text.ToString();
    }

    /// <summary>Literals, each with the place behind it; the last has none.</summary>
    private static IEnumerable<(string Literal, int? Place)> Parts(string format)
    {
        StringBuilder literal = new();
        int at = 0;
        foreach (Match match in Token().Matches(format))
        {
            literal.Append(format, at, match.Index - at);
            at = match.Index + match.Length;
            if (PlaceOf(match) is { } place)
            {
                yield return (literal.ToString(), place);
                literal.Clear();
            }
            else
            {
                literal.Append(match.Value[0]);
            }
        }

        yield return (literal.Append(format, at, format.Length - at).ToString(), null);
    }

    private static int? PlaceOf(Match match) =>
        match.Groups["place"].Success ? int.Parse(match.Groups["place"].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\{\{|\}\}|\{(?<place>\d{1,2})(?::(?<kind>\w+))?\}")]
    private static partial Regex Token();

    private sealed class Search(string sentence, Func<string, string, string?> write, string[] values)
    {
        public string Sentence => sentence;

        public string[] Values => values;

        public int Tries { get; set; }

        /// <summary>Different outcomes, of which two are as bad as many.</summary>
        public HashSet<string> Found { get; } = new(StringComparer.Ordinal);

        public string? Write(string kind, string value) => write(kind, value);
    }
}
