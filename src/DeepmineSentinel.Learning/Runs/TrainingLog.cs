using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>The training log as text: a header, then one line an epoch.</summary>
internal static class TrainingLog
{
    private const string Header =
        "member,epoch,training_loss,validation_loss,condition_loss,hazard_loss,learning_rate,gradient_norm,best_epoch,seconds";

    private const int Columns = 10;

    public static byte[] Write(IEnumerable<TrainingProgress> epochs) =>
        Encoding.ASCII.GetBytes(string.Concat(epochs.Select(LineOf).Prepend(Header).Select(line => line + "\n")));

    public static string LineOf(TrainingProgress progress) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Member},{progress.Epoch},{progress.TrainingLoss:R},{progress.ValidationLoss:R},{progress.ConditionLoss:R},{progress.HazardLoss:R},{progress.LearningRate:R},{progress.GradientNorm:R},{progress.BestEpoch},{progress.Elapsed.TotalSeconds:F3}"
        );

    /// <summary>Reads the lines up to the first that is cut off, damaged or out of turn: power may have gone while it was written.</summary>
    /// <param name="text">The log.</param>
    /// <param name="epochs">Epochs asked for.</param>
    public static IReadOnlyList<TrainingProgress> Read(string text, int epochs)
    {
        List<TrainingProgress> read = [];
        string[] lines = text.Split('\n');
        if (lines[0] != Header)
        {
            return read;
        }

        // What follows the last line break is a line that was not finished.
        foreach (string line in lines.Skip(1).SkipLast(1))
        {
            if (Parse(line.Split(','), epochs) is not { } epoch || !Follows(read.LastOrDefault(), epoch))
            {
                break;
            }

            read.Add(epoch);
        }

        return read;
    }

    private static bool Follows(TrainingProgress? before, TrainingProgress epoch) =>
        (before is not null && epoch.Member == before.Member && epoch.Epoch == before.Epoch + 1)
        || (epoch.Member == (before is null ? 0 : before.Member + 1) && epoch.Epoch == 1);

    private static TrainingProgress? Parse(string[] fields, int epochs)
    {
        double[] numbers = new double[Columns];
        for (int i = 0; i < Columns; i++)
        {
            bool missing = i < fields.Length && fields[i].Length == 0;
            if (
                fields.Length != Columns
                || !(missing || double.TryParse(fields[i], CultureInfo.InvariantCulture, out numbers[i]))
            )
            {
                return null;
            }
        }

        return new TrainingProgress
        {
            Member = (int)numbers[0],
            Epoch = (int)numbers[1],
            Epochs = epochs,
            TrainingLoss = numbers[2],
            ValidationLoss = numbers[3],
            ConditionLoss = fields[4].Length == 0 ? null : numbers[4],
            HazardLoss = fields[5].Length == 0 ? null : numbers[5],
            LearningRate = numbers[6],
            GradientNorm = numbers[7],
            BestEpoch = (int)numbers[8],
            Elapsed = TimeSpan.FromSeconds(numbers[9]),
        };
    }
}
