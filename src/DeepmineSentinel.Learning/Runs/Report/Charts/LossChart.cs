using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>Losses by epoch.</summary>
internal static class LossChart
{
    /// <summary>Training and validation of all members; null: no epoch was run.</summary>
    public static string? Draw(IReadOnlyList<TrainingProgress> epochs)
    {
        if (epochs.Count == 0)
        {
            return null;
        }

        Plot plot = new(
            "Training and validation loss by epoch",
            Epochs(epochs),
            PlotRange.FromZero(
                Largest(epochs.SelectMany(one => new[] { one.TrainingLoss, one.ValidationLoss })),
                "loss"
            ),
            2
        );
        bool named = false;
        foreach (IGrouping<int, TrainingProgress> member in epochs.GroupBy(epoch => epoch.Member))
        {
            plot.Line(0, member.Select(one => ((double)one.Epoch, one.TrainingLoss)), named ? null : "training stopes");
            plot.Line(
                1,
                member.Select(one => ((double)one.Epoch, one.ValidationLoss)),
                named ? null : "stopping stopes"
            );
            named = true;
        }

        MarkBest(plot, epochs);
        return plot.ToSvg();
    }

    /// <summary>The two parts of the validation loss; null: only one head is trained.</summary>
    public static string? DrawHeads(IReadOnlyList<TrainingProgress> epochs)
    {
        TrainingProgress[] first =
        [
            .. epochs.Where(one => one is { Member: 0, ConditionLoss: not null, HazardLoss: not null }),
        ];
        if (first.Length == 0)
        {
            return null;
        }

        Plot plot = new(
            "Validation loss of each head by epoch",
            Epochs(first),
            PlotRange.FromZero(
                Largest(first.SelectMany(one => new[] { one.ConditionLoss!.Value, one.HazardLoss!.Value })),
                "validation loss"
            ),
            2
        );
        plot.Line(2, first.Select(one => ((double)one.Epoch, one.ConditionLoss!.Value)), "condition");
        plot.Line(3, first.Select(one => ((double)one.Epoch, one.HazardLoss!.Value)), "forecast");
        return plot.ToSvg();
    }

    private static void MarkBest(Plot plot, IReadOnlyList<TrainingProgress> epochs)
    {
        if (epochs.Max(one => one.Member) == 0 && epochs[^1].BestEpoch > 0)
        {
            double best = epochs[^1].BestEpoch;
            double top = Largest(epochs.SelectMany(one => new[] { one.TrainingLoss, one.ValidationLoss }));
            plot.Guide((best, 0), (best, top));
        }
    }

    private static PlotRange Epochs(IReadOnlyList<TrainingProgress> epochs) =>
        new(epochs.Count == 1 ? 0 : 1, Math.Max(epochs.Max(one => one.Epoch), epochs.Count == 1 ? 1 : 2), "epoch");

    private static double Largest(IEnumerable<double> values) => values.Where(double.IsFinite).DefaultIfEmpty(1).Max();
}
