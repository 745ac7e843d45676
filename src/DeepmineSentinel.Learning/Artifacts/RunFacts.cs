using System.Globalization;
using System.Text;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>What follows from a run's metadata.</summary>
public static class RunFacts
{
    private const int LongestMine = 40;

    /// <summary>Mines that the run learnt from, sorted.</summary>
    public static IReadOnlyList<string> Mines(ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return metadata.Mines.Count > 0
            ? metadata.Mines
            :
            [
                .. Stopes(metadata)
                    .Select(name => name.Split(SplitNames.OlderBetween)[0])
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ];
    }

    /// <summary>Stopes that the run learnt from, was stopped, calibrated or measured by.</summary>
    public static int StopeCount(ModelMetadata metadata) => Stopes(metadata).Distinct().Count();

    /// <summary>Time that training took, of all members together; loading the run saves it.</summary>
    public static TimeSpan TrainingTime(ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        double seconds = metadata.Members.Sum(member => member.Seconds);
        return seconds is >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
    }

    /// <summary>
    /// A name for a file that people keep: site, purpose, network and run id, which begins with the date; for example
    /// <c>north-mine_stope_compact_20260131_235959_0a1b2c3d</c>. Letters, digits, dashes and underscores only.
    /// </summary>
    public static string FileName(ModelMetadata metadata)
    {
        IReadOnlyList<string> mines = Mines(metadata);
        string site =
            mines.Count == 1 ? Plain(mines[0]) : string.Create(CultureInfo.InvariantCulture, $"{mines.Count}-mines");
        return $"{(site.Length > 0 ? site : "mine")}_{metadata.Purpose}_{metadata.Network.Preset}".ToLowerInvariant()
            + $"_{metadata.RunId}";
    }

    private static IEnumerable<string> Stopes(ModelMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        SplitNames split = metadata.Split;
        return split.Train.Concat(split.Stop).Concat(split.Calibrate).Concat(split.Test);
    }

    private static string Plain(string mine)
    {
        StringBuilder plain = new();
        foreach (char letter in mine)
        {
            bool usable = char.IsAsciiLetterOrDigit(letter);
            if (usable || (plain.Length > 0 && plain[^1] != '-'))
            {
                plain.Append(usable ? letter : '-');
            }
        }

        return plain.ToString(0, Math.Min(plain.Length, LongestMine)).Trim('-');
    }
}
