using System.Net;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace DeepmineSentinel.Web.Services.Help;

/// <summary>A table as everywhere on the site: it scrolls in a box of its own that keys reach, and has a caption.</summary>
/// <param name="captions">What each table is called.</param>
internal sealed class HelpTable(IReadOnlyDictionary<Table, string> captions) : HtmlObjectRenderer<Table>
{
    private readonly HtmlTableRenderer plain = new();

    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        string caption = WebUtility.HtmlEncode(captions[obj]);
        renderer.EnsureLine();
        renderer.WriteLine($"<div class=\"table-box\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">");
        using StringWriter written = new();
        TextWriter outside = renderer.Writer;
        renderer.Writer = written;
        plain.Write(renderer, obj);
        renderer.Writer = outside;
        string table = written
            .ToString()
            .Replace("<th>", "<th scope=\"col\">", StringComparison.Ordinal)
            .Replace("<th ", "<th scope=\"col\" ", StringComparison.Ordinal)
            .Replace(
                "<thead>",
                $"<caption class=\"visually-hidden\">{caption}</caption><thead>",
                StringComparison.Ordinal
            );
        renderer.Write(table);
        renderer.WriteLine("</div>");
    }
}
