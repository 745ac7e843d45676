using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>
/// Encoded samples of trials: made once for all that share them, and let go after the last of these, so that a long search
/// needs no more memory than a short one. For many threads.
/// </summary>
internal sealed class PreparedShapes
{
    private readonly Dictionary<string, Lazy<PreparedData>> prepared = [];
    private readonly Dictionary<string, int> awaited = [];

    /// <param name="data">Stopes with their histories; read with the first samples.</param>
    /// <param name="trials">Every trial that will take its samples and give them back.</param>
    public PreparedShapes(Lazy<MineDataset> data, IEnumerable<TrainingOptions> trials)
    {
        foreach (IGrouping<string, TrainingOptions> group in trials.GroupBy(ShapeOf))
        {
            prepared[group.Key] = new Lazy<PreparedData>(() => PreparedData.Of(data.Value, group.First()));
            awaited[group.Key] = group.Count();
        }
    }

    /// <summary>What two trials must agree in to share samples.</summary>
    public static string ShapeOf(TrainingOptions options) => $"{options.Window} {options.ClassWeights}";

    /// <summary>The samples of a trial.</summary>
    public PreparedData Take(TrainingOptions options)
    {
        Lazy<PreparedData> shape;
        lock (prepared)
        {
            shape = prepared[ShapeOf(options)];
        }

        return shape.Value.For(options);
    }

    /// <summary>Says that a trial needs its samples no more.</summary>
    public void GiveBack(TrainingOptions options)
    {
        lock (prepared)
        {
            string shape = ShapeOf(options);
            if (--awaited[shape] == 0)
            {
                prepared.Remove(shape);
            }
        }
    }
}
