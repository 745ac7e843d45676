using System.Reflection;
using System.Xml.Linq;

namespace DeepmineSentinel.Web.Tests;

/// <summary>Who may reference whom (docs/decisions/001): read from the assemblies and from the project files.</summary>
public sealed class ArchitectureTests
{
    private const string Prefix = "DeepmineSentinel.";

    public static TheoryData<string, string[]> AllowedReferences =>
        new()
        {
            { "Core", [] },
            { "Torch", [] },
            { "Learning", ["Core", "Torch"] },
            { "Data", ["Core"] },
        };

    [Theory]
    [MemberData(nameof(AllowedReferences))]
    public void A_project_references_only_the_projects_to_its_left(string project, string[] allowed)
    {
        SkipUnlessBuilt(project);
        string[] referenced =
        [
            .. Assembly
                .Load(Prefix + project)
                .GetReferencedAssemblies()
                .Select(name => name.Name!)
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => name[Prefix.Length..]),
        ];

        Assert.Empty(referenced.Except(allowed));
    }

    [Theory]
    [InlineData("Core", "Microsoft.EntityFrameworkCore")]
    [InlineData("Core", "CsvHelper")]
    [InlineData("Core", "Microsoft.AspNetCore")]
    [InlineData("Learning", "Microsoft.EntityFrameworkCore")]
    [InlineData("Learning", "CsvHelper")]
    [InlineData("Learning", "Microsoft.AspNetCore")]
    [InlineData("Data", "TorchSharp")]
    [InlineData("Data", "MathNet")]
    [InlineData("Torch", "Microsoft.AspNetCore")]
    public void A_project_knows_nothing_of_what_is_not_its_matter(string project, string foreign)
    {
        SkipUnlessBuilt(project);
        Assert.DoesNotContain(
            Assembly.Load(Prefix + project).GetReferencedAssemblies(),
            name => name.Name!.StartsWith(foreign, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_version_stands_in_the_central_file()
    {
        string root = RepositoryRoot();
        string[] versioned =
        [
            .. Directory
                .EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories)
                .Where(path =>
                    XDocument.Load(path).Descendants("PackageReference").Any(r => r.Attribute("Version") is not null)
                ),
        ];

        Assert.Empty(versioned);
    }

    [Theory]
    [InlineData("Models")]
    [InlineData("Helpers")]
    [InlineData("Utils")]
    [InlineData("Common")]
    [InlineData("Managers")]
    public void No_folder_of_the_sources_has_a_name_that_means_nothing(string name)
    {
        string sources = Path.Combine(RepositoryRoot(), "src");
        // A folder of views is named after its controller; one of npm's is not ours.
        string[] foreign = ["node_modules", $"{Path.DirectorySeparatorChar}Views{Path.DirectorySeparatorChar}"];
        Assert.DoesNotContain(
            Directory.EnumerateDirectories(sources, name, SearchOption.AllDirectories),
            path => !foreign.Any(part => path.Contains(part, StringComparison.Ordinal))
        );
    }

    /// <summary>The managed engine is not there where the TorchSharp package takes its place.</summary>
    private static void SkipUnlessBuilt(string project) =>
        Assert.SkipUnless(
            File.Exists(Path.Combine(AppContext.BaseDirectory, $"{Prefix}{project}.dll")),
            $"{project} is not part of this build."
        );

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DeepmineSentinel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found.");
    }
}
