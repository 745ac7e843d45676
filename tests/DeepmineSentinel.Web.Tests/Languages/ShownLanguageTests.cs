using System.Globalization;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>Numbers, dates and words by the shown language. The culture of each test is its own.</summary>
public sealed class ShownLanguageTests : IDisposable
{
    private static readonly DateTime Moment = new(2026, 9, 5, 14, 3, 0, DateTimeKind.Utc);
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Theory]
    [InlineData("en", "1,234", "4.50", "1,235", "4.5 %", "< 0.1 %")]
    [InlineData("es-CL", "1.234", "4,50", "1.235", "4,5 %", "< 0,1 %")]
    [InlineData("es-PE", "1,234", "4.50", "1,235", "4.5 %", "< 0.1 %")]
    [InlineData("es", "1.234", "4,50", "1.235", "4,5 %", "< 0,1 %")]
    [InlineData("es-MX", "1.234", "4,50", "1.235", "4,5 %", "< 0,1 %")]
    [InlineData("fr-FR", "1,234", "4.50", "1,235", "4.5 %", "< 0.1 %")]
    public void Numbers_are_written_as_the_country_does(
        string culture,
        string count,
        string two,
        string plain,
        string share,
        string small
    )
    {
        Show(culture);
        Assert.Equal(count, Numbers.Count(1234));
        Assert.Equal(two, Numbers.Fixed(4.5, 2));
        Assert.Equal(plain, Numbers.Plain(1234.6));
        Assert.Equal(share, Numbers.Percent(0.045));
        Assert.Equal(small, Numbers.Percent(0.0001));
        Assert.Equal($"{count}!", Texts.Of("{0}!", 1234));
    }

    [Theory]
    [InlineData("en", "5 Sep 2026 14:03", "3 hours ago", "1 day ago")]
    [InlineData("es-CL", "5 sept 2026 14:03", "hace 3 horas", "hace 1 día")]
    public void Moments_and_plurals_follow(string culture, string local, string hours, string day)
    {
        Show(culture);
        Assert.Equal(local, Clock.Local(Moment, "UTC").Replace(".", "", StringComparison.Ordinal));
        Assert.Equal(hours, Clock.Ago(Moment.AddHours(-3), Moment));
        Assert.Equal(day, Texts.Count(1, "{0} day ago", "{0} days ago"));
        Assert.Equal("2026-09-05T14:03:00Z", Clock.Machine(Moment));
        Assert.Equal("2026-09-05T14:03", Clock.Input(Moment, "UTC"));
    }

    [Fact]
    public void A_word_keeps_its_key_and_a_text_without_translation_stays_English()
    {
        Show("es-CL");
        Assert.Equal("Muy bajo", Words.Of(RiskLevel.VeryLow));
        Assert.Equal("very_low", Words.Key(RiskLevel.VeryLow));
        Assert.Equal("Very low", Words.English(RiskLevel.VeryLow));
        Assert.Equal("A text that nobody wrote", Texts.Of("A text that nobody wrote"));
    }

    [Fact]
    public void What_is_stored_is_written_in_English_in_whatever_request()
    {
        Show("es-CL");
        Assert.Equal("Very low, 0.5", Language.InEnglish(() => $"{Words.Of(RiskLevel.VeryLow)}, {Numbers.Plain(0.5)}"));
        Assert.Equal("es-CL", Language.Shown.Tag);
    }

    private static void Show(string culture) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
}
