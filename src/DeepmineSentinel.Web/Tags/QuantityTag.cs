using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DeepmineSentinel.Web.Tags;

/// <summary>A number with its unit; a dash that says "not measured" where there is none.</summary>
[HtmlTargetElement("quantity", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QuantityTag : TagHelper
{
    public double? Value { get; set; }

    public string Unit { get; set; } = "";

    public bool Percent { get; set; }

    public string Missing { get; set; } = Texts.Of("not measured");

    /// <summary>Whether the word stands beside the dash for all to see.</summary>
    public bool Spell { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is not { } number || !double.IsFinite(number))
        {
            output.Attributes.SetAttribute("class", "missing");
            output.Attributes.SetAttribute("title", Missing);
            string hidden = Spell ? "small" : "visually-hidden";
            output.Content.SetHtmlContent($"<span aria-hidden=\"true\">\u2013 </span><span class=\"{hidden}\">");
            output.Content.Append(Missing);
            output.Content.AppendHtml("</span>");
            return;
        }

        output.Attributes.SetAttribute("class", "nowrap");
        output.Content.SetContent(Percent ? Numbers.Percent(number) : Numbers.Plain(number));
        if (Unit.Length > 0)
        {
            output.Content.AppendHtml(" <span class=\"unit\">").Append(Texts.Of(Unit));
            output.Content.AppendHtml("</span>");
        }
    }
}
