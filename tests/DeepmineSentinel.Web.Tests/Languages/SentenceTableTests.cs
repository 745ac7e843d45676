using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>Sentences with values, from the English that is stored to the Spanish that is shown.</summary>
public sealed partial class SentenceTableTests : IDisposable
{
    private static readonly (string English, string Text)[] Templates =
    [
        .. TextTable
            .SentenceAreas.SelectMany(area => TextTable.Entries(area, "es"))
            .Where(entry => SentenceTemplate.HasPlaces(entry.English)),
    ];

    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public SentenceTableTests() => Show("es-CL");

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Fact]
    public void Every_template_stands_in_the_sources()
    {
        Assert.True(Templates.Length > 50);
        Assert.Empty(Templates.Select(template => template.English).Except(Sources.Templates));
    }

    /// <summary>So that none is taken for another, and none loses or swaps a value.</summary>
    [Theory]
    [InlineData("1,234.5", "1.234,5", "El Niño 7")]
    [InlineData("20260131_235959_0a1b2c3d", "20260131_235959_0a1b2c3d", "Stope \"4.5\" {0} <b>")]
    [InlineData("not measured", "no medido", "x")]
    public void Every_template_with_its_values_is_recognised_as_itself(string value, string shown, string name)
    {
        (string English, string? Expected, string? Found)[] wrong =
        [
            .. Templates
                .Select(template =>
                {
                    string[] kinds = Kinds(template.Text);
                    string english = Filled(template.English, place => Sample(kinds[place], value, name).English);
                    string text = Filled(template.Text, place => Sample(kinds[place], shown, name).Text);
                    return (english, Expected: text, Found: Texts.Recognise(english));
                })
                .Where(sentence => sentence.Found != sentence.Expected),
        ];
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("es-CL", "Corrida x: 12,5 mm/día")]
    [InlineData("es-PE", "Corrida x: 12.5 mm/día")]
    [InlineData("en", null)]
    public void Numbers_are_written_as_the_country_does_and_units_are_kept(string culture, string? expected)
    {
        Show(culture);
        string? found =
            culture == "en"
                ? Texts.Recognise("HTTP 404")
                : Table(("Run {0}: {1}", "Corrida {0:name}: {1}")).Find("Run x: 12.5 mm/day");
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("-0.0123", "-0,0123")]
    [InlineData("+1,234,567.8", "+1.234.567,8")]
    [InlineData("1.5E-05", "1,5E-05")]
    [InlineData("4.5 %", "4,5 %")]
    [InlineData("< 0.1 %", "< 0,1 %")]
    [InlineData("1234", "1234")]
    [InlineData("2026-01-31", "2026-01-31")]
    [InlineData("2026-01-31 13:45", "2026-01-31 13:45")]
    [InlineData("5 Sep 2026 14:03", "5 sept 2026 14:03")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("10.0.0.1:8080", "10.0.0.1:8080")]
    [InlineData("UCS", "UCS")]
    [InlineData("3 days", "3 días")]
    [InlineData("physics_rule", "regla física")]
    [InlineData("site_not_seen", "site_not_seen")]
    [InlineData("very low", null)]
    [InlineData("stress, 1.5 and not measured", "esfuerzo, 1,5 y no medido")]
    [InlineData("something that nobody knows", null)]
    [InlineData("1.5 furlongs", null)]
    public void A_value_of_ours_is_written_anew_and_no_other_is_taken_for_one(string value, string? expected)
    {
        string? found = Table(("It is {0}.", "Es {0}.")).Find($"It is {value}.");
        Assert.Equal(
            expected is null ? null : $"Es {expected}.",
            found?.Replace("sept.", "sept", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("very low")]
    [InlineData("very_low")]
    [InlineData("VeryLow")]
    public void A_member_of_an_enumeration_has_its_own_word(string value)
    {
        SentenceTable table = Table(("It is {0}.", $"Es {{0:{nameof(RiskLevel)}}}."));
        Assert.Equal("muy bajo", table.Find($"It is {value}.")![3..^1], ignoreCase: true);
        Assert.Null(table.Find("It is abnormal."));
    }

    [Fact]
    public void Several_sentences_are_read_one_by_one_and_whole_or_not_at_all()
    {
        SentenceTable table = Table(
            ("{0} runs wait.", "Esperan {0} corridas."),
            ("Run {0} is damaged: {1}.", "La corrida {0} está dañada: {1}."),
            ("file {0} is missing", "falta el archivo {0:name}")
        );
        Assert.Equal("Esperan 2 corridas. No se sabe.", table.Find("2 runs wait. Not known."));
        Assert.Equal("Esperan 2 corridas. Esperan 3 corridas.", table.Find("2 runs wait. 3 runs wait."));
        Assert.Equal(
            "La corrida a_1 está dañada: falta el archivo x y.z. No se sabe.",
            table.Find("Run a_1 is damaged: file x y.z is missing. Not known.")
        );
        Assert.Null(table.Find("2 runs wait. Nobody wrote this."));
        Assert.Null(table.Find("Run a_1 is damaged: nobody wrote this."));
    }

    [Fact]
    public void A_sentence_that_can_be_read_in_two_ways_stays_as_it_is()
    {
        SentenceTable table = Table(("Stope {0} of {1} fell.", "El caserón {0:name} de {1:name} cayó."));
        Assert.Equal("El caserón a de b cayó.", table.Find("Stope a of b fell."));
        Assert.Null(table.Find("Stope a of b of c fell."));
    }

    [Fact]
    public void Of_two_templates_the_one_with_more_of_the_sentence_is_taken()
    {
        SentenceTable table = Table(("No {0}.", "Sin {0:name}."), ("No file {0}.", "Sin archivo {0:name}."));
        Assert.Equal("Sin archivo x.", table.Find("No file x."));
        Assert.Equal("Sin archivo x. Sin y.", table.Find("No file x. No y."));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{{x}} {99} {0:name}")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a. B. c? Not known. No y.")]
    [InlineData("\"quoted\", 'and' 1,5; 4.5")]
    [InlineData("\r\n\t\u0000\u202e😀")]
    [InlineData(" ")]
    public void A_name_is_left_exactly_as_it_is(string name)
    {
        SentenceTable table = Table(("File {0} is gone.", "El archivo {0:name} ya no está."));
        Assert.Equal($"El archivo {name} ya no está.", table.Find($"File {name} is gone."));
    }

    [Fact]
    public void A_name_never_becomes_markup()
    {
        using StringWriter html = new(CultureInfo.InvariantCulture);
        new PageTexts(HtmlEncoder.Default)
            .Stored("There is a mine named <b onclick=x>\"&amp;</b> already.")
            .WriteTo(html, HtmlEncoder.Default);
        Assert.StartsWith(
            "Ya existe una mina llamada &lt;b onclick=x&gt;&quot;&amp;amp;",
            html.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Long_and_odd_texts_neither_fail_nor_get_lost()
    {
        SentenceTable table = Table(("File {0} is gone.", "El archivo {0:name} ya no está."));
        string name = new('x', 10_000);
        Assert.Equal($"El archivo {name} ya no está.", table.Find($"File {name} is gone."));
        foreach (
            string odd in (string[])
                ["", " ", ".", ". ", "{0}", "File  is gone.", string.Concat(Enumerable.Repeat("Is it? ", 1_000))]
        )
        {
            Assert.Null(table.Find(odd));
            Assert.Null(Texts.Recognise(odd));
            Assert.Null(Texts.Recognise($"Prediction {odd}: {odd} (run {odd})."));
        }
    }

    [Fact]
    public void No_template_has_two_places_without_text_between_them_or_nothing_but_places()
    {
        Assert.DoesNotContain(Templates, template => template.English.Contains("}{", StringComparison.Ordinal));
        Assert.DoesNotContain(Templates, template => !Letters().IsMatch(Place().Replace(template.English, " ")));
        Assert.DoesNotContain(Templates, template => template.English.Contains('<', StringComparison.Ordinal));
    }

    private static SentenceTable Table(params (string English, string Text)[] entries) =>
        new(TextTable.Read("es"), entries.Append(("{0} days", "{0} días")));

    private static string[] Kinds(string text)
    {
        string[] kinds = [.. Enumerable.Repeat("", 20)];
        foreach (Match match in Place().Matches(text).Where(match => match.Groups[2].Success))
        {
            kinds[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)] = match.Groups[2].Value;
        }

        return kinds;
    }

    private static string Filled(string template, Func<int, string> value) =>
        Place()
            .Replace(template, match => value(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)))
            .Replace("{{", "{", StringComparison.Ordinal)
            .Replace("}}", "}", StringComparison.Ordinal);

    private static (string English, string Text) Sample(string kind, string value, string name)
    {
        if (kind is "" or "name" or "code")
        {
            return kind.Length == 0 ? (value, value)
                : kind == "name" ? (name, name)
                : ("ucs_mpa", "ucs_mpa");
        }

        Type named = TextTableTests.Named.Select(row => row.Data).Single(type => type.Name == kind);
        string member = Enum.GetNames(named)[^1];
        return (member, TextTable.Read("es").Find($"{kind}.{member}")!);
    }

    private static void Show(string culture) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    [GeneratedRegex(@"\{(\d{1,2})(?::(\w+))?\}")]
    private static partial Regex Place();

    [GeneratedRegex("[a-zA-Z]{2}")]
    private static partial Regex Letters();
}
