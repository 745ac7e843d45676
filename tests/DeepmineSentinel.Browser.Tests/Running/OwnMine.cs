namespace DeepmineSentinel.Browser.Tests.Running;

/// <summary>Files of a generated mine as somebody's own: without its name and its mark.</summary>
internal sealed class OwnMine
{
    private static readonly string[] Marks = ["mine", "synthetic"];
    private readonly string folder;

    private OwnMine(string folder) => this.folder = folder;

    public string Stopes => Path.Combine(folder, "stopes.csv");

    public string Readings => Path.Combine(folder, "readings.csv");

    /// <summary>Generates the files in a site's folder.</summary>
    /// <param name="root">The site's folder.</param>
    /// <param name="damaged">Whether the rock quality designation of the fifth stope is above 100 %.</param>
    public static async Task<OwnMine> WriteAsync(string root, bool damaged = false)
    {
        await SiteProgram.RunAsync(root, "generate-data", "--stopes", "12", "--days", "30", "--output", "mine");
        OwnMine mine = new(Path.Combine(root, "mine"));
        await RewriteAsync(mine.Stopes, damaged);
        await RewriteAsync(mine.Readings, damaged: false);
        return mine;
    }

    private static async Task RewriteAsync(string path, bool damaged)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        List<string[]> rows = [.. (await File.ReadAllLinesAsync(path, token)).Select(line => line.Split(','))];
        string[] header = rows[0];
        if (damaged)
        {
            rows[5][Array.IndexOf(header, "rqd")] = "140";
        }

        int[] kept = [.. Enumerable.Range(0, header.Length).Where(i => !Marks.Contains(header[i]))];
        await File.WriteAllLinesAsync(path, rows.Select(row => string.Join(',', kept.Select(i => row[i]))), token);
    }
}
