using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.Zones;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DeepmineSentinel.Web.Tags;

/// <summary>A moment in the reader's zone, else the mine's; the zone is printed unless the table's head says it.</summary>
[HtmlTargetElement("when", Attributes = "utc", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTag : TagHelper
{
    public DateTime? Utc { get; set; }

    /// <summary>Zone of the mine; UTC where there is none.</summary>
    public string Zone { get; set; } = "UTC";

    public bool HideZone { get; set; }

    /// <summary>What to say where there is no moment.</summary>
    public string None { get; set; } = Texts.Of("no date");

    /// <summary>The same for a place inside a sentence.</summary>
    internal static TagBuilder Markup(DateTime utc, string zone, bool hideZone)
    {
        TagBuilder time = new("time");
        time.Attributes["datetime"] = Clock.Machine(utc);
        time.Attributes["class"] = "nowrap";
        string shown = ShownZone.Of(zone);
        time.InnerHtml.Append(Clock.Local(utc, shown) + (hideZone ? "" : $" {shown}"));
        return time;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Utc is not { } utc)
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("class", "missing");
            output.Content.SetContent(None);
            return;
        }

        TagBuilder time = Markup(utc, Zone, HideZone);
        output.TagName = time.TagName;
        output.MergeAttributes(time);
        output.Content.SetHtmlContent(time.InnerHtml);
    }
}
