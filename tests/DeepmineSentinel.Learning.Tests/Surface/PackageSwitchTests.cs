using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;

namespace DeepmineSentinel.Learning.Tests.Surface;

/// <summary>-p:TorchSharp=true puts the package in the place of the managed engine, and nothing else changes.</summary>
public sealed class PackageSwitchTests
{
    private const string Engine = "DeepmineSentinel.Torch";

    [Fact]
    public async Task By_default_the_engine_is_the_project()
    {
        var items = await Evaluate("TorchSharp=false");
        Assert.Contains(Engine, items.Projects);
        Assert.DoesNotContain(items.Packages, package => package.StartsWith("TorchSharp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_the_switch_the_engine_is_the_newest_package()
    {
        var items = await Evaluate("TorchSharp=true");
        Assert.DoesNotContain(Engine, items.Projects);
        Assert.Contains("DeepmineSentinel.Core", items.Projects);
        Assert.Contains("TorchSharp-cpu", items.Packages);
        Assert.Equal("0.106.0", items.Versions["TorchSharp-cpu"]);
    }

    [Fact]
    public async Task Package_and_version_can_be_chosen()
    {
        var items = await Evaluate("TorchSharp=true;TorchSharpPackage=TorchSharp-cuda-linux;TorchSharpVersion=0.99.6");
        Assert.Contains("TorchSharp-cuda-linux", items.Packages);
        Assert.DoesNotContain("TorchSharp-cpu", items.Packages);
        Assert.Equal("0.99.6", items.Versions["TorchSharp-cuda-linux"]);
    }

    [Fact]
    public void Whoever_refers_to_the_engine_refers_to_the_package_instead_but_for_the_engines_own_tests()
    {
        var fixedly = Directory
            .EnumerateFiles(Root(), "*.csproj", SearchOption.AllDirectories)
            .Where(path =>
                XDocument
                    .Load(path)
                    .Descendants("ProjectReference")
                    .Any(r =>
                        $"{r.Attribute("Include")}".Contains(Engine, StringComparison.Ordinal)
                        && r.Parent?.Attribute("Condition")?.Value != "'$(TorchSharp)' != 'true'"
                    )
            )
            .Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(["DeepmineSentinel.Torch.Tests"], fixedly);
    }

    private static async Task<Items> Evaluate(string properties)
    {
        var project = Path.Combine(Root(), "src", "DeepmineSentinel.Learning", "DeepmineSentinel.Learning.csproj");
        string[] arguments =
        [
            "msbuild",
            project,
            "-nologo",
            $"-p:FullRegistry=false;{properties}",
            "-getItem:ProjectReference,PackageReference,PackageVersion",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, text);
        return new Items(JsonDocument.Parse(text).RootElement.GetProperty("Items"));
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DeepmineSentinel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found.");
    }

    /// <summary>What an evaluation of the project found.</summary>
    private sealed class Items(JsonElement root)
    {
        public string[] Projects { get; } =
        [.. root.GetProperty("ProjectReference").EnumerateArray().Select(item => Text(item, "Filename"))];

        public string[] Packages { get; } =
        [.. root.GetProperty("PackageReference").EnumerateArray().Select(item => Text(item, "Identity"))];

        public Dictionary<string, string> Versions { get; } =
            root.GetProperty("PackageVersion")
                .EnumerateArray()
                .ToDictionary(item => Text(item, "Identity"), item => Text(item, "Version"));

        private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
    }
}
