using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>The file of held-out predictions: written with the run, checked before use like every other part of it.</summary>
public static class HeldOutFile
{
    /// <summary>Longest file that is read, bytes: some half a million samples.</summary>
    public const long LongestFile = 128L << 20;

    /// <summary>Writes on one line; a list a number would be a line a number.</summary>
    public static void Write(Stream stream, HeldOutPredictions predictions) =>
        ArtifactJson.Write(stream, predictions, ArtifactJson.CompactOptions);

    /// <summary>Reads and checks.</summary>
    /// <param name="stream">Read to its end; left open.</param>
    /// <exception cref="SentinelException">The file is too long or is not what this version writes.</exception>
    public static HeldOutPredictions Read(Stream stream)
    {
        if (stream.CanSeek && stream.Length > LongestFile)
        {
            throw Damaged($"is longer than {LongestFile} bytes");
        }

        try
        {
            HeldOutPredictions read =
                JsonSerializer.Deserialize<HeldOutPredictions>(stream, ArtifactJson.CompactOptions)
                ?? throw Damaged("is empty");
            Check(read);
            return read with
            {
                FormatVersion = HeldOutPredictions.CurrentFormat,
                Stopes = [.. read.Stopes.Select(Keyed)],
            };
        }
        catch (JsonException problem)
        {
            throw Damaged("is not what this version writes", problem);
        }
    }

    private static void Check(HeldOutPredictions read)
    {
        if (read.FormatVersion is not (HeldOutPredictions.NamedFormat or HeldOutPredictions.CurrentFormat))
        {
            throw Damaged(
                $"has format {read.FormatVersion}; this version reads up to {HeldOutPredictions.CurrentFormat}"
            );
        }

        if (
            read.Classes.Count < 2
            || !read.Stopes.All(stope => IsUsable(stope, read.Classes.Count, read.HorizonDays.Count))
        )
        {
            throw Damaged("has lists of unequal length or numbers that are no probabilities");
        }
    }

    private static HeldOutStope Keyed(HeldOutStope stope) =>
        stope.Mine is { } mine ? stope with { Mine = null, Stope = StopeKey.Of(mine, stope.Stope) } : stope;

    private static bool IsUsable(HeldOutStope? stope, int classes, int horizons)
    {
        int samples = stope?.AsOf.Count ?? -1;
        return stope is not null
            && stope.Labels.Count == samples
            && stope.Conditions.Count == samples
            && stope.Answers.Count == samples
            && stope.Failed.Count == samples
            && stope.Forecasts.Count == samples
            && stope.Labels.All(label => label >= -1 && label < classes)
            && stope.Answers.All(answer => answer >= -1 && answer < classes)
            && stope.Failed.All(failed => failed?.Count == horizons)
            && stope.Conditions.All(row => AreProbabilities(row, classes))
            && stope.Forecasts.All(row => AreProbabilities(row, horizons));
    }

    private static bool AreProbabilities(IReadOnlyList<double>? row, int length) =>
        row is null || (row.Count == length && row.All(value => value is >= 0 and <= 1));

    private static SentinelException Damaged(string defect, Exception? inner = null) =>
        ArtifactJson.Damaged(ArtifactFileNames.HeldOut, defect, inner);
}
