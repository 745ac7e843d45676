using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.Zones;
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

        output.TagName = "time";
        output.Attributes.SetAttribute("datetime", Clock.Machine(utc));
        output.Attributes.SetAttribute("class", "nowrap");
        string zone = ShownZone.Of(Zone);
        output.Content.SetContent(Clock.Local(utc, zone) + (HideZone ? "" : $" {zone}"));
    }
}
