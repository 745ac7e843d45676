using System.Globalization;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One line of the training log, as far as the chart needs it.</summary>
public sealed record LossPoint(int Member, int Epoch, double TrainingLoss, double ValidationLoss)
{
    /// <summary>Time the epoch took; null: the log does not say.</summary>
    public double? Seconds { get; init; }

    /// <summary>Null for a line that is not whole yet or holds no finite losses.</summary>
    public static LossPoint? Parse(string[] header, string[] cells)
    {
        double? Cell(string name)
        {
            int column = Array.IndexOf(header, name);
            return
                column >= 0
                && column < cells.Length
                && double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && double.IsFinite(value)
                ? value
                : null;
        }

        return
            cells.Length == header.Length
            && Cell("epoch") is { } epoch
            && Cell("training_loss") is { } training
            && Cell("validation_loss") is { } validation
            ? new LossPoint((int)(Cell("member") ?? 0), (int)epoch, training, validation) { Seconds = Cell("seconds") }
            : null;
    }
}
