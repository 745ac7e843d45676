using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DeepmineSentinel.Web.Tags;

/// <summary>A link to the page of help that answers what people ask where it stands.</summary>
[HtmlTargetElement("help", Attributes = "at")]
public sealed class HelpTag : TagHelper
{
    /// <summary>Page and anchor, such as <c>read-a-prediction#level</c>; a test follows each.</summary>
    public required string At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.Attributes.SetAttribute("class", "help-link");
        output.Attributes.SetAttribute("href", $"/help/{At}");
        output.PreContent.SetHtmlContent(IconTag.Markup("help"));
    }
}
