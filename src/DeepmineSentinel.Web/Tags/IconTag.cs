using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DeepmineSentinel.Web.Tags;

/// <summary>One of our own icons, hidden from screen readers: a word always stands beside it.</summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup(Name));
    }

    /// <summary>Names are constants of the product, never input.</summary>
    internal static string Markup(string name) =>
        $"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/icons.svg#{name}\"></use></svg>";
}
