namespace DeepmineSentinel.Benchmarks.Site;

/// <summary>A fresh folder that a site under measurement keeps its database and models in; removed afterwards.</summary>
internal sealed class SiteFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("deepmine-figures-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
