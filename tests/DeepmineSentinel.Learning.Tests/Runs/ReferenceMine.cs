using System.Globalization;
using System.Security.Cryptography;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Tests.Runs;

/// <summary>Reads the reference mine beside the repository by hand, as Learning knows no files.</summary>
internal static class ReferenceMine
{
    private const string Files = "../shared/data/reference-mine";

    /// <summary>Reads it; skips the test, saying so, where it is absent.</summary>
    public static MineDataset ReadOrSkip()
    {
        string folder = Path.GetFullPath(Path.Combine(RepositoryRoot() ?? ".", Files));
        Assert.SkipUnless(
            Directory.Exists(folder),
            "The reference mine is not beside the repository (../shared/data)."
        );
        string statics = Path.Combine(folder, "stope_static_features.csv");
        string series = Path.Combine(folder, "stope_timeseries.csv");
        ILookup<string, Reading> readings = Rows(series).ToLookup(row => row[0], ReadingOf);
        StopeHistory[] stopes =
        [
            .. Rows(statics)
                .Select(row => StopeOf(row) with { Readings = [.. readings[row[0]].OrderBy(one => one.Timestamp)] })
                .OrderBy(stope => stope.Name, StringComparer.Ordinal),
        ];
        byte[] content = [.. File.ReadAllBytes(statics), .. File.ReadAllBytes(series)];
        return new MineDataset(stopes, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private static string? RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DeepmineSentinel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(file).Skip(1).Select(line => line.Split(','));

    private static StopeHistory StopeOf(string[] row) =>
        new()
        {
            Mine = "Reference",
            Name = row[0],
            Properties = new StopeProperties
            {
                RqdPercent = Number(row[1]),
                HydraulicRadiusMetres = Number(row[2]),
                DepthMetres = Number(row[3]),
                DipDegrees = Number(row[4]),
                Direction = Category<CompassDirection>(row[5]),
                UndercutWidthMetres = Number(row[6]),
                RockType = Category<RockType>(row[7]),
                SupportType = Category<SupportType>(row[8]),
                SupportDensity = Number(row[9]),
                SupportInstalled = row[10] == "1",
            },
            UndatedStability = row[11] == "1",
        };

    private static Reading ReadingOf(string[] row) =>
        new()
        {
            Timestamp = DateTime.SpecifyKind(DateTime.Parse(row[1], CultureInfo.InvariantCulture), DateTimeKind.Utc),
            VibrationVelocityMmPerSecond = Number(row[2]),
            DeformationRateMmPerDay = Number(row[3]),
            StressMegapascals = Number(row[4]),
            TemperatureCelsius = Number(row[5]),
            HumidityPercent = Number(row[6]),
        };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static TCategory Category<TCategory>(string text)
        where TCategory : struct, Enum =>
        CategoryName.TryParse(text, out TCategory value) ? value : throw new FormatException(text);
}
