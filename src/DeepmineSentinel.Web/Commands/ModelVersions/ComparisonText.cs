using System.Globalization;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Web.Services.Comparison;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>A comparison as the command line prints it: runs are columns, numbered from 1.</summary>
internal static class ComparisonText
{
    private const int NameWidth = 26;
    private const int ValueWidth = 26;

    public static void Write(RunComparison comparison, TextWriter output)
    {
        foreach ((int i, ComparedRun run) in comparison.Runs.Index())
        {
            output.WriteLine($"[{i + 1}] {run.RunId}  {run.Title}");
        }

        output.WriteLine();
        WriteRow(output, "", comparison.Runs.Select((run, i) => $"[{i + 1}] {run.RunId}"));
        WriteFacts(comparison, output);
        output.WriteLine();
        output.WriteLine("Configuration; * marks where the runs differ");
        foreach (ConfigurationRow row in comparison.Configuration)
        {
            WriteRow(output, $"{(row.Differs ? "*" : " ")} {row.Name}", row.Values.Select(value => value ?? "-"));
        }

        output.WriteLine();
        foreach (ComparedRun run in comparison.Runs.Where(run => run.Problem is not null))
        {
            output.WriteLine($"Not compared sample by sample: {run.Problem}");
        }

        if (comparison.Paired is { } paired)
        {
            WritePaired(comparison, paired, output);
        }
        else
        {
            output.WriteLine("Fewer than two runs can be compared sample by sample.");
        }
    }

    private static void WriteFacts(RunComparison comparison, TextWriter output)
    {
        void Row(string name, Func<ComparedRun, string?> value) =>
            WriteRow(output, name, comparison.Runs.Select(run => value(run) ?? "-"));

        Row("state", run => run.State.ToString().ToLowerInvariant());
        Row("trained, UTC", run => run.TrainedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        Row("started from", run => run.ParentRunId);
        Row("data", run => run.DataHash[..Math.Min(12, run.DataHash.Length)]);
        Row("parameters", run => run.Parameters.ToString(CultureInfo.InvariantCulture));
        Row("size, bytes", run => run.SizeBytes?.ToString(CultureInfo.InvariantCulture));
        Row("training, s", run => run.TrainingSeconds?.ToString("0.0", CultureInfo.InvariantCulture));
        Row("epochs (best)", run => $"{run.Epochs} ({run.BestEpoch})");
        Row("gate", run => run.GatePassed ? "passed" : "missed");
    }

    private static void WritePaired(RunComparison comparison, PairedComparison paired, TextWriter output)
    {
        int[] numbers = [.. comparison.PairedRuns.Select(id => NumberOf(comparison, id))];
        output.WriteLine(
            $"On the {paired.Samples} samples of {paired.Stopes} stopes that none of them saw; differences to [{numbers[0]}] with their 95 % intervals, stopes resampled"
        );
        foreach (string note in paired.Notes)
        {
            output.WriteLine(note);
        }

        foreach (ComparedMetric metric in paired.Metrics)
        {
            output.WriteLine(
                $"{metric.Name, -NameWidth}"
                    + string.Join(
                        "  ",
                        metric.Values.Select((value, i) => $"[{numbers[i]}] {Number(metric, value.Value)}")
                    )
            );
            for (int i = 1; i < metric.Values.Count; i++)
            {
                output.WriteLine($"{"", -NameWidth}[{numbers[i]}] {Difference(metric, metric.Values[i])}");
            }
        }

        WriteConfusions(paired, numbers, output);
    }

    private static void WriteConfusions(PairedComparison paired, int[] numbers, TextWriter output)
    {
        for (int i = 0; i < (paired.Confusions?.Count ?? 0); i++)
        {
            ConfusionTable table = paired.Confusions![i];
            output.WriteLine();
            output.WriteLine($"[{numbers[i]}] what it called what: rows true, columns answered");
            output.WriteLine($"{"", -12}{string.Concat(table.Labels.Select(label => $"{label, 12}"))}");
            for (int row = 0; row < table.Labels.Count; row++)
            {
                output.WriteLine(
                    $"{table.Labels[row], -12}{string.Concat(table.Matrix[row].Select(count => $"{count, 12}"))}"
                );
            }
        }
    }

    private static string Difference(ComparedMetric metric, MetricValue value)
    {
        if (value.Difference is not { } difference)
        {
            return "cannot be told";
        }

        string number = Signed(metric, difference);
        if (value is not { Lower: { } lower, Upper: { } upper })
        {
            return $"{number}, too few stopes for an interval";
        }

        string word =
            !value.IsClear ? "no clear difference"
            : difference < 0 == metric.LowerIsBetter ? "better"
            : "worse";
        return $"{number} ({Signed(metric, lower)} to {Signed(metric, upper)}) {word}";
    }

    private static string Signed(ComparedMetric metric, double value) =>
        value.ToString(metric.IsCount ? "+0;-0;0" : "+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);

    private static int NumberOf(RunComparison comparison, string runId) =>
        comparison.Runs.ToList().FindIndex(run => run.RunId == runId) + 1;

    private static string Number(ComparedMetric metric, double? value) =>
        value?.ToString(metric.IsCount ? "0" : "0.0000", CultureInfo.InvariantCulture) ?? "-";

    private static void WriteRow(TextWriter output, string name, IEnumerable<string> values) =>
        output.WriteLine(
            $"{name, -NameWidth}{string.Concat(values.Select(value => value.PadRight(ValueWidth + 4)))}".TrimEnd()
        );
}
