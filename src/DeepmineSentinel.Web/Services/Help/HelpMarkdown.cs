using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DeepmineSentinel.Web.Services.Help;

/// <summary>Turns one Markdown file into a page. HTML in it is shown as text; anchors are those of code hosts.</summary>
internal static class HelpMarkdown
{
    private const int SectionLevel = 2;

    public static MarkdownPipeline Pipeline { get; } =
        new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
            .DisableHtml()
            .Build();

    /// <summary>Makes the page.</summary>
    /// <param name="file">Path from the repository's root, with slashes.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="original">The page that it translates, whose anchors it takes, so that a link leads to the same part in every language; null: none.</param>
    public static HelpPage PageOf(string file, string language, string text, HelpPage? original = null)
    {
        MarkdownDocument document = Markdown.Parse(text, Pipeline);
        List<string> links =
        [
            .. document.Descendants<LinkInline>().ToList().Select(link => Lead(link, file)).OfType<string>(),
        ];
        foreach (CodeBlock code in document.Descendants<CodeBlock>())
        {
            // Long lines scroll, and what scrolls is reached by keys.
            code.GetAttributes().AddProperty("tabindex", "0");
        }

        HeadingBlock title = document.OfType<HeadingBlock>().First();
        HeadingBlock[] sections = [.. document.OfType<HeadingBlock>().Where(heading => heading.Level == SectionLevel)];
        foreach ((HeadingBlock section, HelpSection same) in sections.Zip(original?.Sections ?? []))
        {
            section.GetAttributes().Id = same.Id;
        }

        Dictionary<Table, string> captions = CaptionsOf(document);
        document.Remove(title);
        return new HelpPage(
            HelpLinks.AddressOf(file)!,
            language,
            TextOf(title),
            HtmlOf(document, captions),
            [.. sections.Select(heading => new HelpSection(heading.GetAttributes().Id!, TextOf(heading)))],
            links
        );
    }

    private static string HtmlOf(MarkdownDocument document, Dictionary<Table, string> captions)
    {
        using StringWriter written = new();
        HtmlRenderer renderer = new(written);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new HelpTable(captions));
        renderer.ObjectRenderers.Find<CodeBlockRenderer>()!.OutputAttributesOnPre = true;
        renderer.Render(document);
        return written.ToString();
    }

    // What the site does not show is no link there; its words stay.
    private static string? Lead(LinkInline link, string file)
    {
        string? address = HelpLinks.Resolve(file, link.Url ?? "");
        link.Url = address;
        if (address is null)
        {
            link.ReplaceBy(new ContainerInline());
        }

        return address is { Length: > 1 } && address[0] is '/' or '#' ? address : null;
    }

    private static Dictionary<Table, string> CaptionsOf(MarkdownDocument document)
    {
        Dictionary<Table, string> captions = [];
        string heading = "";
        int number = 0;
        foreach (Block block in document)
        {
            if (block is HeadingBlock next)
            {
                (heading, number) = (TextOf(next), 0);
            }

            foreach (Table table in block is Table own ? [own] : block.Descendants<Table>())
            {
                number++;
                table.GetAttributes().AddClass("grid");
                captions[table] = number == 1 ? heading : FormattableString.Invariant($"{heading}, table {number}");
            }
        }

        return captions;
    }

    private static string TextOf(HeadingBlock heading)
    {
        using StringWriter written = new();
        HtmlRenderer renderer = new(written)
        {
            EnableHtmlForInline = false,
            EnableHtmlForBlock = false,
            EnableHtmlEscape = false,
        };
        renderer.WriteLeafInline(heading);
        return written.ToString().Trim();
    }
}
