using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>A folder for commands alone, without a site.</summary>
internal sealed class CommandFolder : IDisposable
{
    private readonly TempFolder folder = new();

    public string Path => folder.Path;

    public Dictionary<string, string?> Settings => TestSettings.Of(folder.Path);

    public TestCommandLine CommandLine => new(Settings);

    /// <summary>Writes a file into the folder and gives its name.</summary>
    public string Write(string name, string content)
    {
        File.WriteAllText(System.IO.Path.Combine(folder.Path, name), content);
        return name;
    }

    public void Dispose() => folder.Dispose();
}
