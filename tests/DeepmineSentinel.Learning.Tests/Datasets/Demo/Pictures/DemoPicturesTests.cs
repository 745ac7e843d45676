namespace DeepmineSentinel.Learning.Tests.Datasets.Demo.Pictures;

/// <summary>
/// The pictures of docs/demo-mine.md are drawn from the generator by this test, so that they cannot grow old: with
/// SENTINEL_WRITE_PICTURES=1 it writes them, else it compares them to the byte.
/// </summary>
public sealed class DemoPicturesTests
{
    [Fact]
    public void The_pictures_in_the_documentation_are_what_the_generator_makes()
    {
        string folder = Path.Combine(RepositoryRoot(), "docs", "pictures");
        Dictionary<string, string> drawn = DemoPictures
            .All()
            .ToDictionary(picture => $"demo-{picture.Name}.svg", SeriesSvg.Draw, StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("SENTINEL_WRITE_PICTURES") == "1")
        {
            Directory.CreateDirectory(folder);
            foreach ((string name, string svg) in drawn)
            {
                File.WriteAllText(Path.Combine(folder, name), svg);
            }
        }

        Assert.Equal(
            drawn.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(folder, "demo-*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        foreach ((string name, string svg) in drawn)
        {
            Assert.True(
                svg == File.ReadAllText(Path.Combine(folder, name)),
                $"{name} is not what the generator makes now: run this test with SENTINEL_WRITE_PICTURES=1."
            );
        }
    }

    [Fact]
    public void Every_picture_is_small_and_stands_in_the_page()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "demo-mine.md"));
        foreach (DemoPicture picture in DemoPictures.All())
        {
            Assert.InRange(SeriesSvg.Draw(picture).Length, 1_000, 16_000);
            Assert.Contains($"(pictures/demo-{picture.Name}.svg)", page, StringComparison.Ordinal);
        }
    }

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
