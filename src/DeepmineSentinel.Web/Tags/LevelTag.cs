using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DeepmineSentinel.Web.Tags;

/// <summary>A level as icon, word and colour together.</summary>
[HtmlTargetElement("level", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LevelTag : TagHelper
{
    public required RiskLevel Value { get; set; }

    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string key = Words.Key(Value);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"level lv-{key}{(Large ? " large" : "")}");
        output.Content.SetHtmlContent(IconTag.Markup(key));
        output.Content.Append(Words.Of(Value));
    }
}
