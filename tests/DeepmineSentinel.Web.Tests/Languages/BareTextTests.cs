using System.Text.RegularExpressions;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>Views and scripts whose every text goes through the table; the list grows until it holds them all.</summary>
public sealed partial class BareTextTests
{
    private const string Web = "src/DeepmineSentinel.Web/";

    public static TheoryData<string> Finished =>
        new(
            "AlertDelivery",
            "AlertPlan",
            "Alerts",
            "ApiPage",
            "Cases",
            "HealthPage",
            "Home",
            "Import",
            "Imports",
            "Mines",
            "Models",
            "Predictions",
            "Readings",
            "Shared",
            "StopeEditor",
            "StopeRecords",
            "Stopes",
            "Training"
        );

    [Theory]
    [MemberData(nameof(Finished))]
    public void No_English_stands_bare_in_a_finished_view(string folder)
    {
        (string Path, string Text)[] views =
        [
            .. Sources.Files.Where(file => file.Path.StartsWith($"{Web}Views/{folder}/", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(views);
        Assert.Empty(views.SelectMany(view => ViewText.Bare(view.Text).Select(text => $"{view.Path}: {text}")));
    }

    [Theory]
    [InlineData("<p>Bare words</p>", "Bare words")]
    [InlineData("<p>@T[\"Not\"] @Model.Name bare</p>", "bare")]
    [InlineData("@if (found) { <b title=\"Bare\">@T[\"x\"]</b> } else { <i>1 m</i> }", "Bare")]
    [InlineData("@foreach (var one in Model.Rows)\n{\n  <td>@one.Text</td> left over\n}", "left over")]
    public void Bare_words_are_found(string view, string expected)
    {
        Assert.Contains(ViewText.Bare(view), text => text.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "@{ string a = \"Code words\"; }\n<p class=\"soft small\">@T[\"Words, {0}\", Model.Of(\"x y\")] <code>Some:Setting</code></p>"
    )]
    [InlineData(
        "@if (Model.Has is { } some)\n{\n  var other = some.Value;\n  <p>@other, @T.Html(\"<b>in</b> {0}\", 1)</p>\n}\nelse\n{\n  <text>@(other ? \"yes\" : \"no\")</text>\n}"
    )]
    public void Code_and_expressions_are_not_bare(string view)
    {
        Assert.Empty(ViewText.Bare(view));
    }

    [Fact]
    public void Scripts_say_only_what_a_page_brings_them()
    {
        string folder = Path.Combine(Sources.Root, Web, "wwwroot", "js");
        string[] asked =
        [
            .. Directory
                .EnumerateFiles(folder, "*.js")
                .SelectMany(path => Said().Matches(File.ReadAllText(path)))
                .Select(match => match.Groups[1].Value),
        ];
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(Sources.Keys().Select(key => key.Key)));
    }

    [GeneratedRegex(@"\btext\(""([^""]+)""")]
    private static partial Regex Said();
}
