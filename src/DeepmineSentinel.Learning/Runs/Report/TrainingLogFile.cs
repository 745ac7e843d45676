using System.Globalization;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>Reads <c>training_log.csv</c> back.</summary>
internal static class TrainingLogFile
{
    /// <summary>Every whole line; one that is not whole is passed over.</summary>
    public static IReadOnlyList<TrainingProgress> Read(Stream log)
    {
        using StreamReader reader = new(log, leaveOpen: true);
        string[] header = (reader.ReadLine() ?? "").Split(',');
        List<TrainingProgress> epochs = [];
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            if (cells.Length == header.Length && Parse(header.Zip(cells).ToDictionary()) is { } epoch)
            {
                epochs.Add(epoch);
            }
        }

        return epochs;
    }

    private static TrainingProgress? Parse(Dictionary<string, string> cells)
    {
        double? Cell(string name) =>
            cells.TryGetValue(name, out string? text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                ? value
                : null;
        return Cell("epoch") is { } epoch && Cell("validation_loss") is { } validation
            ? new TrainingProgress
            {
                Member = (int)(Cell("member") ?? 0),
                Epoch = (int)epoch,
                Epochs = (int)epoch,
                TrainingLoss = Cell("training_loss") ?? double.NaN,
                ValidationLoss = validation,
                ConditionLoss = Cell("condition_loss"),
                HazardLoss = Cell("hazard_loss"),
                LearningRate = Cell("learning_rate") ?? double.NaN,
                GradientNorm = Cell("gradient_norm") ?? double.NaN,
                BestEpoch = (int)(Cell("best_epoch") ?? 0),
                Elapsed = TimeSpan.FromSeconds(Cell("seconds") ?? 0),
            }
            : null;
    }
}
