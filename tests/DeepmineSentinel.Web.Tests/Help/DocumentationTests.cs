using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using System.Text.RegularExpressions;
using DeepmineSentinel.Web.Commands;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Help;
using DeepmineSentinel.Web.Tests.Running;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DeepmineSentinel.Web.Tests.Help;

/// <summary>What Markdown files say of files, commands and settings is there.</summary>
public sealed partial class DocumentationTests
{
    private const string Start = "dotnet run --project src/DeepmineSentinel.Web --";

    [Fact]
    public void Every_link_and_picture_between_files_leads_to_a_file_and_an_anchor()
    {
        List<string> broken = [];
        int followed = 0;
        foreach (string file in RepositoryFiles.Markdown())
        {
            foreach (LinkInline link in Parsed(file).Descendants<LinkInline>())
            {
                if (!Uri.TryCreate(link.Url, UriKind.Absolute, out _))
                {
                    followed++;
                    broken.AddRange(
                        Problem(file, link.Url ?? "") is { } problem ? [$"{file}: {link.Url} {problem}"] : []
                    );
                }
            }
        }

        Assert.Empty(broken);
        Assert.True(followed > 40, "Hardly any link was found.");
    }

    [Fact]
    public void Every_command_of_help_is_understood_by_the_program()
    {
        CommandHost host = new(CommandConsole.OfProcess(), new Dictionary<string, string?>());
        RootCommand root = host.Root();
        string[] lines =
        [
            .. HelpFiles().SelectMany(Shell).Where(line => line.StartsWith(Start, StringComparison.Ordinal)),
        ];

        Assert.True(lines.Length > 15, "Help has hardly any commands.");
        foreach (string line in lines)
        {
            string[] arguments = [.. CommandLineParser.SplitCommandLine(line[Start.Length..])];
            ParseResult parsed = root.Parse(arguments);
            Assert.True(
                parsed.Errors.Count == 0,
                $"{line}: {string.Join(' ', parsed.Errors.Select(error => error.Message))}"
            );
            Assert.NotSame(root, parsed.CommandResult.Command);
        }
    }

    [Fact]
    public void Every_line_of_help_for_a_shell_is_a_command_of_the_program_or_one_that_is_known()
    {
        string[] known =
        [
            "dotnet run --project src/DeepmineSentinel.Web",
            "dotnet publish src/DeepmineSentinel.Web",
            "curl ",
            "#",
        ];
        Assert.All(
            HelpFiles().SelectMany(Shell).Where(line => !line.StartsWith(' ')),
            line => Assert.Contains(known, start => line.StartsWith(start, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Every_setting_that_is_named_exists()
    {
        Dictionary<string, Type> sections = Sections();
        List<string> unknown = [];
        int named = 0;
        foreach (string file in RepositoryFiles.Markdown().Where(file => file != "CHANGELOG.md"))
        {
            foreach (Match setting in Settings().Matches(RepositoryFiles.Text(file)))
            {
                if (sections.TryGetValue(setting.Groups[1].Value, out Type? options))
                {
                    named++;
                    unknown.AddRange(Has(options, setting.Groups[2].Value) ? [] : [$"{file}: {setting.Value}"]);
                }
            }
        }

        Assert.Empty(unknown);
        Assert.True(named > 30, "Hardly any setting was found.");
    }

    [Fact]
    public void Html_in_a_file_is_shown_as_text()
    {
        HelpPage page = HelpMarkdown.PageOf("docs/help/x.md", "en", "# T\n\n<script>alert(1)</script> <b>x</b>");
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page.Html, StringComparison.Ordinal);
    }

    private static bool Has(Type options, string path)
    {
        Type? at = options;
        foreach (string part in path.Split(':'))
        {
            at = at?.GetProperty(part, BindingFlags.Public | BindingFlags.Instance)?.PropertyType;
        }

        return at is not null;
    }

    private static Dictionary<string, Type> Sections() =>
        new()
        {
            [SiteOptions.Section] = typeof(SiteOptions),
            [PredictionsOptions.Section] = typeof(PredictionsOptions),
            [TrainingServiceOptions.Section] = typeof(TrainingServiceOptions),
            [RetentionOptions.Section] = typeof(RetentionOptions),
            [CaseHistoryOptions.Section] = typeof(CaseHistoryOptions),
            [AlertsOptions.Section] = typeof(AlertsOptions),
            [AlertDeliveryOptions.Section] = typeof(AlertDeliveryOptions),
            [Data.Database.DatabaseOptions.Section] = typeof(Data.Database.DatabaseOptions),
        };

    private static IEnumerable<string> HelpFiles() =>
        RepositoryFiles.Markdown().Where(file => file.StartsWith("docs/help/", StringComparison.Ordinal));

    // Lines of blocks that are marked as a shell's.
    private static IEnumerable<string> Shell(string file) =>
        Parsed(file)
            .Descendants<FencedCodeBlock>()
            .Where(block => block.Info == "sh")
            .SelectMany(block => block.Lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static MarkdownDocument Parsed(string file) =>
        Markdown.Parse(RepositoryFiles.Text(file), HelpMarkdown.Pipeline);

    private static string? Problem(string file, string link)
    {
        string[] parts = link.Split('#');
        string folder = Path.GetDirectoryName(Path.Combine(RepositoryFiles.Root, file))!;
        string target =
            parts[0].Length == 0 ? Path.Combine(RepositoryFiles.Root, file) : Path.GetFullPath(parts[0], folder);
        if (!Path.Exists(target))
        {
            return "is not there";
        }

        return parts.Length < 2 || Anchors(target).Contains(parts[1]) ? null : "has no such anchor";
    }

    private static HashSet<string> Anchors(string path) =>
        [
            .. Parsed(Path.GetRelativePath(RepositoryFiles.Root, path))
                .Descendants<HeadingBlock>()
                .Select(heading => heading.GetAttributes().Id ?? ""),
        ];

    [GeneratedRegex(
        @"`(Site|Predictions|Training|Retention|CaseHistories|Alerts|AlertDelivery|Database):([A-Za-z]+(?::[A-Za-z]+)*)"
    )]
    private static partial Regex Settings();
}
