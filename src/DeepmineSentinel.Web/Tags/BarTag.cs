using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DeepmineSentinel.Web.Tags;

/// <summary>A bar for a share between 0 and 1, drawn with SVG attributes, as no style may stand in the markup.</summary>
[HtmlTargetElement("bar", Attributes = "share", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTag : TagHelper
{
    public required double Share { get; set; }

    /// <summary>Key of the level that colours it; empty: the accent.</summary>
    public string Level { get; set; } = "";

    /// <summary>Ends of an interval to mark.</summary>
    public double? Lower { get; set; }

    public double? Upper { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Level.Length > 0 ? $"meter lv-{Level}" : "meter");
        output.Attributes.SetAttribute("viewBox", "0 0 100 10");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        string marks = Lower is { } low && Upper is { } high ? Mark(low) + Mark(high) : "";
        output.Content.SetHtmlContent(
            $"<rect class=\"track\" width=\"100\" height=\"10\"/><rect class=\"fill\" width=\"{Hundredths(Share)}\" height=\"10\"/>{marks}"
        );
    }

    private static string Mark(double at) =>
        $"<line x1=\"{Hundredths(at)}\" x2=\"{Hundredths(at)}\" y1=\"0\" y2=\"10\"/>";

    private static string Hundredths(double share) =>
        double.IsFinite(share) ? (Math.Clamp(share, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) : "0";
}
