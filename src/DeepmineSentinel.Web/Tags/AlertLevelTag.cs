using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DeepmineSentinel.Web.Tags;

/// <summary>A level of the response plan as icon, word and colour together.</summary>
[HtmlTargetElement("alert-level", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AlertLevelTag : TagHelper
{
    public required AlertLevel Value { get; set; }

    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string key = Words.Key(Value);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"level al-{key}{(Large ? " large" : "")}");
        output.Content.SetHtmlContent(IconTag.Markup(key));
        output.Content.Append(Words.Of(Value));
    }
}
